extension Engine {
  /// Tells the engine what happened, and returns what is to be done about it, in order.
  ///
  /// Only `.timePassed` says what is due now: send it after any other event and after commands, so that everything
  /// that happens at one instant has happened before what is due then is said.
  ///
  /// - Parameter now: the present, in UTC; not before the last event's but for `.clockSet`.
  public mutating func handle(_ event: Event, now: Instant) -> [Effect] {
    switch event {
    case .timePassed:
      advance(to: now)
    case .resumed(let since):
      comeBack(from: since, now: now)
    case .clockSet(let from):
      if now < from { setBack(to: now) } else { comeBack(from: min(from, cursor), now: now) }
    case .zoneChanged(let zone):
      advance(to: now)
      planner = Planner(household: household, zone: zone)
      today = zone.date(at: now)
      replan(now: now)
      outbox.announcements.append(.planChanged)
    case .configured(let household, let zone):
      advance(to: now)
      changeScreen(now: now) { engine in
        engine.planner = Planner(household: household, zone: zone)
        engine.today = zone.date(at: now)
        engine.replan(now: now)
      }
      outbox.announcements.append(.configured)
    case .locked(let isLocked):
      changeScreen(now: now) { $0.isLocked = isLocked }
      outbox.announcements.append(.planChanged)
    case .inhibited(let isInhibited):
      setAbility(now: now) { $0.isInhibited = isInhibited }
    case .notifier(let isAvailable):
      if !isAvailable { areBubblesLost = true }
      setAbility(now: now) { $0.hasNotifier = isAvailable }
    case .found(let keys):
      takeOver(keys, now: now)
    case .delivered(let delivery):
      delivered(delivery, now: now)
    case .deliveryFailed(let delivery):
      deliveryFailed(delivery, now: now)
    case .pressed(let delivery, let answer):
      pressed(answer, on: delivery, now: now)
    case .closed(let delivery, let isExpiry):
      closed(delivery, isExpiry: isExpiry, now: now)
    }
    return outbox.drain()
  }

  /// Whether anything can be put before a person at all.
  var canShow: Bool { blockage == nil }

  /// Why nothing can be; nil while all is well.
  var blockage: LedgerEntry.Reason? {
    if isInhibited { return .doNotDisturb }
    if !hasNotifier { return .noServer }
    return isHiddenByLock ? .locked : nil
  }

  /// Works through everything due up to and including `now`, in order of time.
  ///
  /// What is found more than a minute late was missed while the process or the machine stood still, whatever the
  /// system says of it: then it is a gap.
  mutating func advance(to now: Instant) {
    guard now >= cursor else { return }
    var next = nextDue()
    if canShow, let first = next, now - first > Engine.lateTolerance {
      comeBack(from: first, now: now)
      next = nextDue()
    }
    while let due = next, due <= now {
      cursor = max(cursor, due)
      if zone.date(at: cursor) > today { rollDate(to: zone.date(at: cursor)) }
      handleDue(at: due, now: canShow ? now : due)
      next = nextDue()
      guard next == due else { continue }
      cursor = due + 1  // nothing is looked at twice
      next = nextDue()
    }
    cursor = now
    if zone.date(at: now) > today { rollDate(to: zone.date(at: now)) }
  }

  /// Works through everything due before `now`; what is due then is still to come.
  mutating func advance(before now: Instant) {
    advance(to: now - 1)
    cursor = max(cursor, now)
  }

  static let lateTolerance = 60

  /// Everything due at one instant, in the order that the engine's page gives.
  private mutating func handleDue(at due: Instant, now: Instant) {
    releaseHeld(now: now)
    sayRungs(dueBy: due, now: now)
    if canShow { bringBackSnoozed(dueBy: due, now: now) }
    if canShow { offerFuel(dueBy: due, now: now) }
    if canShow { saySwapLines(dueBy: due, now: now) }
    sayFixedLines(dueBy: due, now: now)
    if canShow { offerNudges(at: due, now: now) }
    closeBubbles(dueBy: due)
  }

  /// The earliest instant at which something is due; nil where nothing is in sight.
  mutating func nextDue() -> Instant? {
    var earliest: Instant?
    func consider(_ instant: Instant?) {
      guard let instant else { return }
      earliest = min(earliest ?? instant, instant)
    }
    if agendaHead < agenda.count { consider(agenda[agendaHead].at) }
    consider(nextFixedLine())
    consider(zone.startOfDay(today + 1))
    if canShow {
      consider(snoozes.isEmpty ? nil : nextSnooze())
      consider(nextFuel())
      consider(nextSwapLine())
      consider(nextNudge())
      consider(nextBubbleEnd())
      if !held.isEmpty { consider(nextRelease()) }
    }
    return earliest.map { max($0, cursor) }
  }

  /// When the owner should send `.timePassed` next; nil for never.
  public mutating func nextWake() -> Instant? { nextDue() }

  /// Haven is back: `[since, now)` is a gap.
  private mutating func comeBack(from since: Instant, now: Instant) {
    guard now >= since else { return setBack(to: now) }
    if gapSince == nil { gapSince = since }
    passGap(from: since, now: now)
    if canShow { endGap(now: now) }
  }

  /// Do-not-disturb and a missing server are gaps that Haven watches go by.
  private mutating func setAbility(now: Instant, _ change: (inout Engine) -> Void) {
    advance(before: now)
    let could = canShow
    change(&self)
    abilityChanged(from: could, now: now)
  }

  mutating func abilityChanged(from could: Bool, now: Instant) {
    if could && !canShow { gapSince = now }
    if !could && canShow {
      endGap(now: now)
      forgetCaches()
      if areBubblesLost { recreateBubbles(now: now) }
      areBubblesLost = false
    }
  }
}
