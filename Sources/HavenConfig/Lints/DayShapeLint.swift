import HavenCore

/// A day is not too full: at most twelve steps that ask something of a child, and two outings; a day with warnings in it
/// has nurture in it too; and there is play or movement on some day.
///
/// Food, rest, play and being together ask nothing, and are not counted. Tags are looked for only in a config that uses
/// them.
struct DayShapeLint: Lint {
  private static let mostDemands = 12
  private static let mostOutings = 2

  func check(_ house: LintedHouse, _ findings: Findings) {
    for child in house.draft.children {
      let id = child.value.id
      var isTold = (demands: false, outings: false)
      var plays = false
      for cell in house.week.cells {
        let steps = house.week.steps(of: id, in: cell)
        plays = plays || steps.contains(where: \.isPlay)
        let demands = steps.count { !$0.isRestful }
        if demands > DayShapeLint.mostDemands, !isTold.demands {
          isTold.demands = true
          findings.warning(
            child.place(of: "id"), "on a \(house.cells.name(cell)) '\(id)' has \(demands) steps that ask something",
            hint: "twelve are plenty; what is food, play or rest can say so with a tag")
        }
        let outings = outings(steps)
        if outings > DayShapeLint.mostOutings, !isTold.outings {
          isTold.outings = true
          findings.warning(
            child.place(of: "id"), "on a \(house.cells.name(cell)) '\(id)' has \(outings) outings",
            hint: "two are plenty for most days")
        }
      }
      if !plays, house.week.usesPlay, house.week.cells.contains(where: { !house.week.steps(of: id, in: $0).isEmpty }) {
        findings.warning(
          child.place(of: "id"), "'\(id)' has no step tagged play or move on any day", hint: "ten minutes outside count"
        )
      }
    }
    balance(house, findings)
  }

  /// Steps away that follow one another are one outing.
  private func outings(_ steps: [Week.Entry]) -> Int {
    var count = 0
    var wasAway = false
    for step in steps {
      if step.isAway, !wasAway { count += 1 }
      wasAway = step.isAway
    }
    return count
  }

  /// Warnings without nurture, and nurture on a day that nothing holds.
  private func balance(_ house: LintedHouse, _ findings: Findings) {
    guard house.week.usesNurture else { return }
    if house.week.usesStructure {
      tell(
        of: \.isNurture, without: \.isStructure, "has nurture and no step tagged structure",
        hint: "nurture wants structure beside it: one thing that always comes the same way", house, findings)
    }
    tell(
      of: \.isTransition, without: \.isNurture, "has warnings and no step tagged nurture",
      hint: "structure wants nurture beside it: a story, a snack together", house, findings)
  }

  /// Told once a kind of day, at the first step that has the one thing where none has the other.
  private func tell(
    of one: (Week.Entry) -> Bool, without other: (Week.Entry) -> Bool, _ what: String, hint: String,
    _ house: LintedHouse, _ findings: Findings
  ) {
    var told: Set<Int> = []
    for cell in house.week.cells where !told.contains(cell / 7) {
      let steps = house.week.steps(in: cell)
      guard let first = steps.first(where: one), !steps.contains(where: other) else { continue }
      told.insert(cell / 7)
      findings.warning(house.place(of: first), "a \(house.cells.name(cell)) \(what)", hint: hint)
    }
  }
}
