extension Engine {
  /// Decides every rung due by an instant: shown, merged where several fall together, held or suppressed.
  mutating func sayRungs(dueBy due: Instant, now: Instant) {
    var groups: [(at: Instant, to: CarerID, cues: [PlannedCue])] = []
    while agendaHead < agenda.count, agenda[agendaHead].at <= due {
      let cue = agenda[agendaHead]
      agendaHead += 1
      guard cueStates[cue.id] == nil, let carer = judge(cue, now: now) else { continue }
      let place = groups.firstIndex { group in
        group.at == cue.at && group.to == carer
          && !group.cues.contains { $0.id.transition == cue.id.transition }  // a ladder's own rungs are never merged
      }
      if let place { groups[place].cues.append(cue) } else { groups.append((cue.at, carer, [cue])) }
    }
    for group in groups { say(.cue, group.cues, to: group.to, now: now) }
  }

  /// Who hears a rung that is due; nil where it is recorded as held, suppressed or cancelled instead.
  private mutating func judge(_ cue: PlannedCue, now: Instant) -> CarerID? {
    let id = cue.id.transition
    if let reason = cancellation(of: id) {
      record(cue, .cancelled, reason: reason, now: now)
      return nil
    }
    if let reason = childHold(id, at: cue.at) {
      record(cue, .suppressed, reason: reason, now: now)
      return nil
    }
    guard let step = step(of: id), let carer = route(id, step: step.step, at: cue.at) else {
      record(cue, .held, reason: .nobodyOnDuty, now: now)
      held.append(cue.id)
      heldLookedAt = max(heldLookedAt ?? cue.at, cue.at)
      return nil
    }
    if let reason = carerHold(carer, at: cue.at) {
      record(cue, .suppressed, reason: reason, to: carer, now: now)
      return nil
    }
    if let reason = blockage {
      record(cue, .held, reason: reason, to: carer, now: now)
      held.append(cue.id)
      return nil
    }
    return carer
  }

  /// Why nobody is told of this child's change at an instant.
  mutating func childHold(_ id: TransitionID, at instant: Instant) -> LedgerEntry.Reason? {
    if facts.isUnsafe(at: instant) { return .unsafe }
    if facts.isAfterHardMoment(id.child, at: instant) { return .hard }
    switch whereabouts(of: id.child, at: instant, except: id) {
    case .home: return nil
    case .asleep: return .asleep
    case .away: return .away
    case .retreat: return .retreat
    }
  }

  /// Claims cues and asks for them to be shown as one notification.
  mutating func say(_ kind: Line.Kind, _ cues: [PlannedCue], to carer: CarerID, now: Instant) {
    let items = cues.map { Line.Item(id: $0.id, secondsLeft: $0.changeAt - now) }
    let line = Line(kind: kind, at: now, to: carer, level: level(at: now), items: items)
    let claims = cues.map { "\($0.id)" }
    for (cue, claim) in zip(cues, claims) {
      let entry = LedgerEntry(
        id: claim, kind: kind, state: .claimed, dueAt: cue.at, at: now, to: carer, subject: cue.id.child)
      set(cue.id, entry)
    }
    deliver(line, claims: claims, key: "\(cues[0].id.transition)", actions: Answer.ofAChange)
  }

  /// How much may be said at an instant.
  public func level(at instant: Instant) -> TextLevel {
    let settings = household.settings
    if isLocked || settings.genericWhen.contains(where: { $0.contains(instant, in: zone) }) { return .generic }
    return settings.text == .full && !settings.isPrivate ? .public : settings.text
  }

  mutating func record(
    _ cue: PlannedCue, _ state: LedgerEntry.State, reason: LedgerEntry.Reason? = nil, to: CarerID? = nil, now: Instant
  ) {
    set(
      cue.id,
      LedgerEntry(
        id: "\(cue.id)", kind: .cue, state: state, reason: reason, dueAt: cue.at, at: now, to: to,
        subject: cue.id.child))
  }

  /// Moves a cue that has a state on to the next.
  mutating func set(
    _ id: CueID, _ state: LedgerEntry.State, reason: LedgerEntry.Reason? = nil, until: Instant? = nil, now: Instant
  ) {
    guard var entry = cueStates[id] else { return }
    entry.state = state
    entry.reason = reason
    entry.until = until
    entry.at = now
    set(id, entry)
  }

  mutating func set(_ id: CueID, _ entry: LedgerEntry) {
    cueStates[id] = entry
    if entry.state != .snoozed { snoozes[id] = nil }
    // Shown in the second of its claim: nothing is held longer for it.
    let isNoted = entry.state == .shown && entry.to.flatMap { lastRungAt[$0] } == entry.at
    if entry.state == .claimed || entry.state == .shown { note(id, entry, at: entry.at) }
    if !isNoted { nudgeCache = .unknown }
    outbox.changes.append(.entry(entry))
    outbox.announcements.append(.state(entry))
  }

  mutating func setLine(_ entry: LedgerEntry) {
    lineStates[entry.id] = entry
    outbox.changes.append(.entry(entry))
    outbox.announcements.append(.state(entry))
  }
}
