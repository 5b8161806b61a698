import HavenCore

/// Each child has time with a key carer every day that the carer is there: a step tagged nurture, special or play.
///
/// Left alone: children of twelve and over, who choose their own company, those with no key carer, and configs
/// without these tags.
struct ConnectionLint: Lint {
  func check(_ house: LintedHouse, _ findings: Findings) {
    guard house.week.usesConnection else { return }
    let carers = Dictionary(house.household.carers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for child in house.draft.children where (child.value.workingAge ?? 0) < 12 {
      let keyCarers = child.value.keyCarers.compactMap { carers[$0] }
      guard !keyCarers.isEmpty else { continue }
      let lonely = house.week.cells.first { cell in
        let shared = house.week.steps(of: child.value.id, in: cell).filter { entry in
          keyCarers.contains { isThere($0, at: entry.at, house.cells.weekday(cell)) }
        }
        return !shared.isEmpty && !shared.contains(where: \.isConnection)
      }
      guard let lonely else { continue }
      findings.warning(
        child.place(of: "key-carer"),
        "on a \(house.cells.name(lonely)) '\(child.value.id)' has no step tagged nurture, special or play while "
          + "\(listed(keyCarers.map(\.id), "or")) is on duty", hint: "ten minutes of theirs are enough")
    }
  }

  /// As far as windows tell that come every week.
  private func isThere(_ carer: Carer, at: TimeOfDay, _ day: Weekday) -> Bool {
    let before = Weekday(rawValue: (day.rawValue + 6) % 7) ?? day
    func holds(_ window: Window) -> Bool {
      guard case .weekdays(let days) = window.days else { return false }
      if window.start < window.end { return days.contains(day) && window.start <= at && at < window.end }
      return days.contains(day) && window.start <= at || days.contains(before) && at < window.end
    }
    let isAway = carer.away.contains { if case .window(let window) = $0 { holds(window) } else { false } }
    return !isAway && !carer.asleep.contains(where: holds)
  }
}
