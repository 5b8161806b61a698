extension Wording {
  /// One merged offer; every child who is due is named, in the title or under it.
  func fuel(_ children: [ChildID], movementToo: Bool, _ screen: Screen) -> Draft {
    let generic = screen.pick(catalogue.genericFuel(movementToo: movementToo))
    let youToo = screen.pick(catalogue.youToo)
    let names = children.compactMap(screen.name)
    guard !names.isEmpty, names.count == children.count else { return Draft(title: generic, body: [youToo]) }
    let all = catalogue.list(names)
    if let title = screen.pick(catalogue.fuel(for: all, movementToo: movementToo)),
      title.fits(Words.longestTitle)
    {
      return Draft(title: title, body: [youToo])
    }
    return Draft(title: generic, body: [all.sentenceCased, youToo])
  }

  /// An offer to a carer, for themselves: the smallest version first, and "not today" last.
  func nudge(_ id: GoalID?, _ dose: Dose, on date: CivilDate, _ screen: Screen) -> Draft {
    let neutral = Draft(title: screen.pick(catalogue.neutralNudge), body: [catalogue.easyNo])
    guard let goal = household.goals.first(where: { $0.id == id }), !goal.isPrivate else { return neutral }
    let name = screen.label(goal.name)
    let smallest = goal.smallest.flatMap(screen.label)
    if dose == .full {
      let lines = goal.lines.compactMap(screen.sentence)
      if !lines.isEmpty { return own(inTurn(lines)) }
      if let name, let smallest, let title = fitted(inTurn(catalogue.nudges(smallest: smallest, or: name)), screen) {
        return Draft(title: title, body: [catalogue.easyNo])
      }
    } else if let smallest, let title = screen.title([smallest], { inTurn(catalogue.nudges($0)) }) {
      // "three minutes" alone says nothing of what they are for.
      return Draft(
        title: title, body: [name.flatMap { screen.pick(catalogue.smallVersion(of: $0)) }, catalogue.easyNo])
    }
    guard let name, let title = screen.title([name], { inTurn(catalogue.nudges($0)) }) else { return neutral }
    return Draft(title: title, body: [catalogue.easyNo])

    func inTurn<Way>(_ ways: [Way]) -> Way { ways[Wording.turn(of: goal.id, on: date, outOf: ways.count)] }
  }

  /// A line of the family's own, which may be longer than a title.
  private func own(_ line: String) -> Draft {
    // Only what is said last is an easy no.
    let end = FoldedText(String(line.split { ".?;:…".contains($0) }.last ?? ""))
    let hasEasyNo = catalogue.easyNoMarks.contains { WordMatch($0, .anywhere).occurs(in: end) }
    let easyNo = hasEasyNo ? nil : catalogue.easyNo
    guard let title = Shortening.fit(line, into: Words.longestTitle) else { return Draft(title: nil) }
    return Draft(title: title, body: [title == line ? nil : line, easyNo])
  }

  private func fitted(_ phrase: Phrase, _ screen: Screen) -> String? {
    screen.pick(phrase).flatMap { $0.fits(Words.longestTitle) ? $0 : nil }
  }
}
