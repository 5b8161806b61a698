extension Engine {
  /// Decides, for everything that fell in a gap nobody watched, what it would have been at its time: suppressed
  /// then is suppressed now; what could have been said waits for the end of the gap.
  mutating func passGap(from since: Instant, now: Instant) {
    let was = desktop
    rebuildAgenda(from: min(since, cursor), through: now)
    hasNotifier = false
    isInhibited = false
    sayRungs(dueBy: now - 1, now: now)
    (isInhibited, hasNotifier) = (was.isInhibited, was.hasNotifier)
    for id in held where cueStates[id]?.reason == .noServer && cueStates[id]?.at == now {
      set(id, .held, reason: .gap, now: now)
    }
    cursor = now
    keepDays(before: zone.date(at: now))
    today = zone.date(at: now)
    holdFixedLines(from: since, before: now)
    rollDate(to: today)
  }

  /// Haven can speak again: at most one line a transition, with the true time left.
  mutating func endGap(now: Instant) {
    gapSince = nil
    // What was delivered meanwhile waits no more: its answer may have come to an engine that was made after it was sent.
    let waiting = held.filter { cueStates[$0]?.state == .held || cueStates[$0]?.state == .claimed }
    held = []
    let caughtUp = release(waiting, now: now)
    for (id, until) in snoozes where until < now && caughtUp.contains(id.transition) {
      set(id, .cancelled, reason: .superseded, now: now)
    }
    releaseFixedLines(now: now)
  }

  /// Somebody is on duty again: what waited for that is released by the same rule.
  mutating func releaseHeld(now: Instant) {
    guard canShow, !held.isEmpty else { return }
    heldLookedAt = now
    let waiting = held.filter { id in
      guard let step = step(of: id.transition) else { return true }
      return route(id.transition, step: step.step, at: now) != nil
    }
    guard !waiting.isEmpty else { return }
    held.removeAll { waiting.contains($0) }
    _ = release(waiting, now: now)
  }

  /// When held rungs should be looked at again.
  func nextRelease() -> Instant? {
    guard let lookedAt = heldLookedAt else { return cursor }
    return nextDutyChange(after: lookedAt)
  }

  /// Gives each transition of these cues at most one catch-up, and records the rest as missed.
  ///
  /// - Returns: the transitions that were caught up.
  private mutating func release(_ cues: [CueID], now: Instant) -> Set<TransitionID> {
    var lines: [(to: CarerID, cues: [PlannedCue])] = []
    var caughtUp = Set<TransitionID>()
    var order: [TransitionID] = []
    var rungs: [TransitionID: [CueID]] = [:]
    for id in inPlanOrder(waitingStill(cues, now: now)) {
      if rungs[id.transition] == nil { order.append(id.transition) }
      rungs[id.transition, default: []].append(id)
    }
    for transition in order {
      let waiting = rungs[transition]!  // has one, from the loop above
      let latest = waiting.last!  // never empty
      switch verdict(on: transition, now: now) {
      case .wait:
        for id in waiting { set(id, .held, reason: .nobodyOnDuty, now: now) }
        held += waiting
      case .never(let state, let reason):
        for id in waiting { set(id, state, reason: reason, now: now) }
      case .say(let step, let carer):
        for id in waiting.dropLast() { set(id, .missed, reason: .superseded, now: now) }
        caughtUp.insert(transition)
        let cue = PlannedCue(
          id: latest, rung: Rung(latest.rung) ?? Rung(.minutes, lead: 0), at: dueAt(latest), changeAt: step.at,
          isOnLeaveCard: false)
        if let place = lines.firstIndex(where: { $0.to == carer }) {
          lines[place].cues.append(cue)
        } else {
          lines.append((carer, [cue]))
        }
      }
    }
    for line in lines { say(.catchUp, line.cues, to: line.to, now: now) }
    return caughtUp
  }

  /// What a clock that was set back has put ahead again waits for nothing but its time.
  private mutating func waitingStill(_ cues: [CueID], now: Instant) -> [CueID] {
    let early = cues.filter { dueAt($0) > now }
    guard !early.isEmpty else { return cues }
    for id in early { cueStates[id] = nil }
    rebuildAgenda(from: cursor)
    return cues.filter { dueAt($0) <= now && !early.contains($0) }
  }

  private enum Verdict {
    case say(PlannedStep, CarerID)
    case wait
    case never(LedgerEntry.State, LedgerEntry.Reason)
  }

  /// Whether a transition whose rungs went by may be told of now.
  private mutating func verdict(on transition: TransitionID, now: Instant) -> Verdict {
    guard let step = step(of: transition) else { return .never(.cancelled, .skippedStep) }
    if let reason = cancellation(of: transition) { return .never(.cancelled, reason) }
    if now - step.at > 120 { return .never(.missed, .past) }
    if hasRung(of: transition, from: now, through: now + 90) { return .never(.missed, .superseded) }
    if let reason = childHold(transition, at: now) { return .never(.missed, reason) }
    guard let carer = route(transition, step: step.step, at: now) else { return .wait }
    if let reason = carerHold(carer, at: now) { return .never(.missed, reason) }
    return .say(step, carer)
  }

  /// By when they were due, then by the day's own order: a restart reads them in any.
  private mutating func inPlanOrder(_ cues: [CueID]) -> [CueID] {
    var places: [CueID: Int] = [:]
    for date in Set(cues.map(\.date)) {
      for (place, cue) in plan(for: date).cues.enumerated() { places[cue.id] = place }
    }
    return cues.sorted { (dueAt($0), $0.date, places[$0] ?? .max) < (dueAt($1), $1.date, places[$1] ?? .max) }
  }

  private func dueAt(_ id: CueID) -> Instant { cueStates[id]?.dueAt ?? cursor }

  /// Whether a rung of a transition that nobody has cancelled is still to come in this stretch, both ends included.
  mutating func hasRung(of transition: TransitionID, from: Instant, through: Instant) -> Bool {
    guard cancellation(of: transition) == nil else { return false }
    return plan(for: transition.date).cues.contains { cue in
      cue.id.transition == transition && from <= cue.at && cue.at <= through && !cue.isOnLeaveCard
        && cueStates[cue.id] == nil
    }
  }
}
