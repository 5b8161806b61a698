extension Engine {
  /// When the next snoozed cue comes back.
  func nextSnooze() -> Instant? { snoozes.values.min() }

  /// A snoozed cue comes back with its id and the true time left, a line of its own, unless a rung of its
  /// transition is due within 90 s or the change is more than 120 s past.
  mutating func bringBackSnoozed(dueBy due: Instant, now: Instant) {
    let back = snoozes.filter { $0.value <= due }.sorted { ($0.value, "\($0.key)") < ($1.value, "\($1.key)") }
    for (id, _) in back {
      guard let step = step(of: id.transition) else {
        set(id, .cancelled, reason: .skippedStep, now: now)
        continue
      }
      if let reason = reasonToLetGo(id, changeAt: step.at, now: now) {
        set(id, .cancelled, reason: reason, now: now)
        continue
      }
      guard let carer = route(id.transition, step: step.step, at: now) else {
        waitingSnoozes.insert(id)
        snoozes[id] = nextDutyChange(after: now) ?? .distantFuture
        continue
      }
      if let reason = childHold(id.transition, at: now) ?? carerHold(carer, at: now) {
        set(id, .suppressed, reason: reason, until: now, now: now)
        continue
      }
      let cue = PlannedCue(
        id: id, rung: Rung(id.rung) ?? Rung(.minutes, lead: 0), at: cueStates[id]?.dueAt ?? now, changeAt: step.at,
        isOnLeaveCard: false)
      say(.cue, [cue], to: carer, now: now)
    }
  }

  private mutating func reasonToLetGo(_ id: CueID, changeAt: Instant, now: Instant) -> LedgerEntry.Reason? {
    if let reason = cancellation(of: id.transition) { return reason }
    if now - changeAt > 120 { return .past }
    let isSpokenFor = cueStates.contains { other, entry in
      // The cheapest first: every cue of a week is looked at.
      entry.at == now && entry.state == .claimed && other != id && other.transition == id.transition
    }
    return isSpokenFor || hasRung(of: id.transition, from: now, through: now + 90) ? .superseded : nil
  }
}
