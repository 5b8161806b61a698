extension Wording {
  /// A small thing to give, of 10 to 60 seconds, in the child's manner; nil where none may be said to this child.
  ///
  /// - Parameter number: which of the day's; each date begins at another place of the library.
  public func dose(for id: ChildID, mode: Mode, workingAge: Int?, number: Int, on date: CivilDate) -> String? {
    let child = child(id)
    let screen = screen(for: CollectionOfOne(id), allowsDigits: true)
    let manner = Manner(style: child.style, mode: mode, workingAge: workingAge ?? child.workingAge)
    let doses = catalogue.doses(manner).filter(screen.allows)
    guard !doses.isEmpty else { return nil }
    return doses[(Wording.turn(of: id, on: date, outOf: doses.count) + number) % doses.count]
  }

  /// To whom something was offered that day, in words; never what was not.
  func offeredToday(_ line: Line, at level: TextLevel, _ screen: Screen) -> String? {
    guard level != .generic else { return nil }
    let names = line.nurtured.compactMap(screen.name)
    guard !names.isEmpty, names.count == line.nurtured.count else { return nil }
    return screen.pick(catalogue.offeredToday(catalogue.list(names)))
  }
}
