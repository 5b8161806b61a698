/// The wall clock went back: some of what was decided lies ahead again.
extension Engine {
  /// Seconds; a clock that is set back by more may have gone through dates that are no longer held in the meantime. Then an
  /// engine made anew from the ledger's history goes on.
  public static let longestSetBack = 86_400

  /// What is recorded stays recorded, so nothing is said twice; what was recorded and reached nobody is planned again.
  mutating func setBack(to now: Instant) {
    cursor = now
    today = zone.date(at: now)
    forgetCaches()
    lookAgainWhoIsOnDuty()
    planAgain(after: now)
    rebuildAgenda(from: now)
    outbox.announcements.append(.planChanged)
  }

  /// Forgets the states of what lies ahead again and was never announced, so that it is decided anew at its time: a
  /// clock that ran ahead for a minute must not cost an evening its warnings, nor let what waited come hours too early.
  ///
  /// What a later rung of the same transition has spoken for stays as it is: no greater number follows a smaller one.
  /// A restart after the clock went back does the same, from the ledger's rows.
  mutating func planAgain(after now: Instant) {
    var spokenFor: [TransitionID: Instant] = [:]
    for (id, entry) in cueStates where hasReachedSomebody(entry) {
      spokenFor[id.transition] = max(spokenFor[id.transition] ?? .distantPast, entry.dueAt)
    }
    for (id, entry) in cueStates where entry.dueAt > now && !hasReachedSomebody(entry) {
      if let spoken = spokenFor[id.transition], spoken >= entry.dueAt { continue }
      cueStates[id] = nil
    }
    held.removeAll { cueStates[$0] == nil }
    for (id, entry) in lineStates where entry.dueAt > now && entry.kind.hasItsOwnTime && !hasReachedSomebody(entry) {
      lineStates[id] = nil
    }
  }

  /// Before somebody's eyes once, or on its way there.
  private func hasReachedSomebody(_ entry: LedgerEntry) -> Bool {
    entry.wasEverShown || entry.state == .claimed && inFlight.contains(entry.id)
  }
}

extension Line.Kind {
  /// Said at a time of its own, written down beforehand.
  var hasItsOwnTime: Bool {
    switch self {
    case .appointment, .promise, .respite, .tell, .marked, .digest, .review: true
    case .cue, .catchUp, .moved, .fuel, .nudge, .swap: false
    }
  }
}
