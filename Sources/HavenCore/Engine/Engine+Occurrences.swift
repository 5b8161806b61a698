extension Engine {
  /// The changes of a date as its plan stands: what was lived, once the date is over.
  ///
  /// What was skipped, answered with "not today" or left out by a soft day is none, and neither is what Haven was not
  /// there for: `wasThere`. How each of them went is not in it: hard moments are acts, and may be recorded, changed or
  /// taken back later.
  public mutating func occurrences(on date: CivilDate) -> [Occurrence] {
    let plan = plan(for: date)
    let decided = decidedCues(on: date)
    var wasAway: [ChildID: Bool] = [:]
    var occurrences: [Occurrence] = []
    for step in plan.steps {
      for child in step.children {
        defer { wasAway[child] = step.step.isAway }
        guard let transition = step.transitions.first(where: { $0.child == child }) else { continue }
        let id = TransitionID(date: date, step: step.step.id, child: child)
        guard facts.notToday[id] == nil, decided.wereThere(for: id, at: step.at, plan) else { continue }
        occurrences.append(
          Occurrence(
            date: date, at: zone.civil(at: step.at).time, step: step.step.id, child: child,
            mode: facts.mode(of: child, at: step.at), isAway: wasAway[child] ?? false, size: transition.size,
            ladder: transition.rungs.map(\.description).joined(separator: " · ")))
      }
    }
    return occurrences
  }

  /// The rungs of a date that Haven decided about: shown, kept back or taken off. Of what was missed, or is held still,
  /// nobody was told; neither of what the plan itself put in the past.
  private func decidedCues(on date: CivilDate) -> Set<CueID> {
    var decided = Set<CueID>()
    for (id, entry) in cueStates where id.date == date {
      switch entry.state {
      case .missed, .held: continue
      case .cancelled where entry.reason == .replanned: continue
      case .claimed, .shown, .acknowledged, .snoozed, .skipped, .dismissed, .expired, .suppressed, .cancelled:
        decided.insert(id)
      }
    }
    return decided
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

extension Set<CueID> {
  /// Whether Haven was there for a change, these being the rungs that it decided about on its date.
  ///
  /// A change whose every rung was missed, or was never looked at, is not told among those that went smoothly: Haven was
  /// not running (or was not there yet), and nobody was warned. One that was caught up after a suspend counts. A change
  /// that has no rung for the desktop goes by what was decided before it on its date, or else after it.
  fileprivate func wereThere(for id: TransitionID, at instant: Instant, _ plan: DayPlan) -> Bool {
    // Not the plan's own rungs alone: it may have had others then.
    if contains(where: { $0.transition == id }) { return true }
    let cues = plan.cues.filter { !$0.isOnLeaveCard }
    guard !cues.contains(where: { $0.id.transition == id }) else { return false }
    let before = cues.filter { $0.at <= instant }
    let telling = before.isEmpty ? cues : before
    return telling.isEmpty || telling.contains { contains($0.id) }
  }
}
