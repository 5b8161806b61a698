extension Engine {
  /// The changes of a date as its plan stands: what was lived, once the date is over.
  ///
  /// What was skipped, answered with "not today" or left out by a soft day is none. How each of them went is not in
  /// it: hard moments are acts, and may be recorded, changed or taken back later.
  public mutating func occurrences(on date: CivilDate) -> [Occurrence] {
    let plan = plan(for: date)
    var wasAway: [ChildID: Bool] = [:]
    var occurrences: [Occurrence] = []
    for step in plan.steps {
      for child in step.children {
        defer { wasAway[child] = step.step.isAway }
        guard let transition = step.transitions.first(where: { $0.child == child }) else { continue }
        let id = TransitionID(date: date, step: step.step.id, child: child)
        guard facts.notToday[id] == nil else { continue }
        occurrences.append(
          Occurrence(
            date: date, at: zone.civil(at: step.at).time, step: step.step.id, child: child,
            mode: facts.mode(of: child, at: step.at), isAway: wasAway[child] ?? false, size: transition.size,
            ladder: transition.rungs.map(\.description).joined(separator: " · ")))
      }
    }
    return occurrences
  }

  /// Writes down what was lived on the dates that have ended. A config that changes later does not change it.
  ///
  /// Midnight is looked at anyway: this wakes nobody.
  mutating func keepDays(before date: CivilDate) {
    var ended = max(today, date - Engine.longestKept)
    while ended < date {
      let lived = occurrences(on: ended)
      if !lived.isEmpty { outbox.changes.append(.lived(ended, lived)) }
      ended = ended + 1
    }
  }

  /// Dates; beyond that, what the config says now is no longer what was lived.
  private static let longestKept = 14
}
