extension Engine {
  /// Plans anew after an act, a reload or a new zone. Rungs that this puts in the past are never said.
  mutating func replan(now: Instant) {
    facts = Facts(acts: acts, children: household.children.map(\.id), zone: zone)
    plans.removeAll(keepingCapacity: true)
    forgetCaches()
    lookAgainWhoIsOnDuty()
    rebuildAgenda(from: min(cursor, max(watchingSince, zone.startOfDay(today))))
    while agendaHead < agenda.count, agenda[agendaHead].at < now {
      let cue = agenda[agendaHead]
      agendaHead += 1
      record(cue, .cancelled, reason: cancellation(of: cue.id.transition) ?? .replanned, now: now)
    }
  }

  /// The cues of yesterday, today and tomorrow that have no state and are due at `from` or later.
  mutating func rebuildAgenda(from: Instant) {
    agenda = []
    agendaHead = 0
    for date in [today - 1, today, dateAfter(today)] { addToAgenda(date, from: from) }
    agenda.sort { $0.at < $1.at }
    rebuildFixedLines()
  }

  /// Looks at every date from one instant to another, for a gap that may be long; a month at most.
  mutating func rebuildAgenda(from: Instant, through: Instant) {
    agenda = []
    agendaHead = 0
    let last = dateAfter(zone.date(at: through))
    var date = max(zone.date(at: from) - 1, last - 31)
    while date <= last {
      addToAgenda(date, from: from)
      date = date + 1
    }
    agenda.sort { $0.at < $1.at }
  }

  /// The next date that the zone has: the first rungs of its steps may be due before it begins.
  private func dateAfter(_ date: CivilDate) -> CivilDate { zone.exists(date + 1) ? date + 1 : date + 2 }

  private mutating func addToAgenda(_ date: CivilDate, from: Instant) {
    for cue in plan(for: date).cues where cue.at >= from && !cue.isOnLeaveCard && cueStates[cue.id] == nil {
      agenda.append(cue)
    }
  }

  /// Something may have put a carer on duty: what waits for one is looked at again.
  mutating func lookAgainWhoIsOnDuty() {
    heldLookedAt = nil
    for id in waitingSnoozes where snoozes[id] != nil { snoozes[id] = cursor }
    waitingSnoozes = []
  }

  mutating func forgetCaches() {
    fuelCache = .unknown
    nudgeCache = .unknown
    nudgeSpanCache = [:]
    bubbles.firstEnd = .unknown
  }

  /// A new date has begun: look at its plan, and let go of what nobody can ask for again.
  mutating func rollDate(to date: CivilDate) {
    keepDays(before: date)
    today = date
    plans = plans.filter { isHeld($0.key) }
    letGoOfSnoozes(before: date - 2)
    letGoOfTheSaid()
    shown = shown.filter { $0.key.date >= date - 2 }
    lineBubbles = lineBubbles.filter { zone.date(at: $0.value.line.at) >= date - 1 }
    let yesterday = zone.startOfDay(date - 1)
    fuelOffers = fuelOffers.mapValues { $0.filter { $0 >= yesterday } }
    pruneNudges(before: zone.startOfDay(date - Engine.rememberedDates))
    pruneActs(before: zone.startOfDay(date - 100))
    forgetCaches()
    rebuildAgenda(from: cursor)
  }

  /// Of dates that nobody can ask for again only how their rungs were closed is kept. What waited all that time is missed.
  private mutating func letGoOfTheSaid() {
    for id in held where !isHeld(id.date) && (cueStates[id]?.state == .held || cueStates[id]?.state == .claimed) {
      set(id, .missed, reason: .past, now: cursor)
    }
    held = held.filter { isHeld($0.date) }
    for (id, entry) in cueStates where !isHeld(id.date) { closings.note(id, entry) }
    cueStates = cueStates.filter { isHeld($0.key.date) }
    closings.forget(before: today - Engine.rememberedDates)
    let oldest = zone.startOfDay(today - Engine.heldDates)
    for var entry in lineStates.values where entry.dueAt < oldest && entry.state == .held {
      (entry.state, entry.at) = (.missed, cursor)
      setLine(entry)
    }
    lineStates = lineStates.filter { $0.value.dueAt >= oldest }
  }

  /// A snooze that a clock set far ahead has jumped over will not come back; that is written down too.
  private mutating func letGoOfSnoozes(before date: CivilDate) {
    for id in snoozes.keys.filter({ $0.date < date }).sorted(by: { "\($0)" < "\($1)" }) {
      set(id, .cancelled, reason: .past, now: cursor)
    }
    snoozes = snoozes.filter { $0.key.date >= date }
  }

  /// Keeps the last eight of each goal: a goal that sleeps must stay asleep.
  private mutating func pruneNudges(before instant: Instant) {
    guard let first = nudges.first, first.at < instant else { return }
    var seen: [GoalID: Int] = [:]
    nudges = nudges.reversed().filter { record in
      seen[record.goal, default: 0] += 1
      return record.at >= instant || seen[record.goal]! <= 8  // just counted
    }.reversed()
  }

  /// Drops acts whose time is long past, but for the latest of each lasting kind.
  private mutating func pruneActs(before instant: Instant) {
    guard let first = acts.first, first.at < instant else { return }
    var lasting = Set<String>()
    acts = acts.reversed().filter { act in
      if act.at >= instant { return true }
      guard let key = act.lastingKey else { return false }
      return lasting.insert(key).inserted
    }.reversed()
    facts = Facts(acts: acts, children: household.children.map(\.id), zone: zone)
  }

  /// The planned step of a transition, as today's plan has it; nil where it is no longer in the day.
  mutating func step(of id: TransitionID) -> PlannedStep? {
    let plan = plan(for: id.date)
    return plan.index(of: id.step, for: id.child).map { plan.steps[$0] }
  }

  /// When a transition comes, as today's plan has it; nil where it is no longer in the day.
  mutating func changeAt(of id: TransitionID) -> Instant? {
    let plan = plan(for: id.date)
    return plan.index(of: id.step, for: id.child).map { plan.steps[$0].at }
  }

  /// Why nothing more of this transition is said, where somebody has said so.
  public func cancellation(of id: TransitionID) -> LedgerEntry.Reason? {
    if facts.done[id.date]?[id.step] != nil { return .done }
    if facts.notToday[id] != nil { return .notToday }
    return nil
  }
}
