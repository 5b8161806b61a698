extension Engine {
  /// Whether a carer answers for the children at an instant: not tagged out, not in an `away` or `asleep` window,
  /// nor in a respite window or booking of theirs; or made duty carer, whatever their windows. Quiet hours do not
  /// change duty.
  public func isOnDuty(_ id: CarerID, at instant: Instant) -> Bool {
    if facts.isTaggedOut(id, at: instant) { return false }
    if dutyCarer(at: instant) == id { return true }
    guard let carer = household.carer(id) else { return false }
    return !isAway(carer, at: instant) && !isAsleep(carer, at: instant) && !isInRespite(id, at: instant)
  }

  public func isQuiet(_ id: CarerID, at instant: Instant) -> Bool {
    household.carer(id)?.quiet.contains { $0.contains(instant, in: zone) } ?? false
  }

  func isAway(_ carer: Carer, at instant: Instant) -> Bool {
    carer.away.contains { time in
      switch time {
      case .window(let window): window.contains(instant, in: zone)
      case .span(let span): span.contains(instant, in: zone)
      }
    }
  }

  func isAsleep(_ carer: Carer, at instant: Instant) -> Bool {
    carer.asleep.contains { $0.contains(instant, in: zone) }
  }

  /// A couple window is every carer's; sibling and overnight take nobody off duty.
  func isInRespite(_ id: CarerID, at instant: Instant) -> Bool {
    func isTheirs(_ lane: Lane) -> Bool { lane == .solo(id) || lane == .couple }
    return household.respite.contains { entry in
      isTheirs(entry.lane) && entry.weekly.contains { $0.contains(instant, in: zone) }
    }
      || facts.bookings.contains { booking in
        isTheirs(booking.lane) && zone.instant(of: booking.start) <= instant && instant < zone.instant(of: booking.end)
      }
  }

  /// First choice for everything: who answered a tag-out, while it lasts, else who was last given `duty`.
  public func dutyCarer(at instant: Instant) -> CarerID? {
    func mayServe(_ id: CarerID) -> Bool {
      household.carer(id) != nil && !facts.isTaggedOut(id, at: instant)  // a reload may have taken the carer out
    }
    let accepted = facts.tagOuts.last { tagOut in
      guard let accepted = tagOut.accepted else { return false }
      return accepted.at <= instant && tagOut.contains(instant) && mayServe(accepted.carer)
    }
    if let accepted { return accepted.accepted?.carer }
    return facts.duties.last { $0.start <= instant && instant < $0.end && mayServe($0.carer) }?.carer
  }

  public func carersOnDuty(at instant: Instant) -> [CarerID] {
    household.carers.map(\.id).filter { isOnDuty($0, at: instant) }
  }

  /// The first on duty of the duty carer and these, in order, and then of all.
  public func firstOnDuty(preferring preferred: [CarerID] = [], at instant: Instant) -> CarerID? {
    if let duty = dutyCarer(at: instant) { return duty }
    return preferred.first { isOnDuty($0, at: instant) }
      ?? household.carers.first { isOnDuty($0.id, at: instant) }?.id
  }

  /// Who hears a rung: whoever was last shown one of its transition while on duty, else the step's carer, the
  /// child's key carers, all carers.
  func route(_ id: TransitionID, step: Step, at instant: Instant) -> CarerID? {
    if let duty = dutyCarer(at: instant) { return duty }
    if let last = shown[id]?.carer, isOnDuty(last, at: instant) { return last }
    return planned(to: id.child, step: step, at: instant)
  }

  /// The same by the windows alone, before anything is shown: what `day` prints.
  public func planned(to child: ChildID, step: Step, at instant: Instant) -> CarerID? {
    firstOnDuty(preferring: (step.carer.map { [$0] } ?? []) + planner.child(child).keyCarers, at: instant)
  }

  /// Why one of a carer's own lines is dropped at an instant; nil where it may be said.
  func ownLineHold(_ id: CarerID, at instant: Instant) -> LedgerEntry.Reason? {
    if facts.isUnsafe(at: instant) { return .unsafe }
    if facts.isHushed(id, at: instant) { return .hush }
    if facts.isTaggedOut(id, at: instant) { return .taggedOut }
    if isQuiet(id, at: instant) { return .quiet }
    guard let carer = household.carer(id) else { return .nobodyOnDuty }
    if isAway(carer, at: instant) { return .away }
    if isAsleep(carer, at: instant) { return .asleep }
    return nil
  }

  /// Why a carer hears nothing about the children at an instant.
  func carerHold(_ id: CarerID, at instant: Instant) -> LedgerEntry.Reason? {
    if facts.isUnsafe(at: instant) { return .unsafe }
    if isQuiet(id, at: instant) { return .quiet }
    if facts.isHushed(id, at: instant) { return .hush }
    return nil
  }

  /// The next instant at which somebody may come on duty, strictly after; nil where nothing is in sight.
  func nextDutyChange(after instant: Instant) -> Instant? {
    var boundaries: [Instant] = []
    func add(_ window: Window) {
      if let next = window.nextBoundary(after: instant, in: zone) { boundaries.append(next) }
    }
    func add(_ range: Range<Instant>) { boundaries += [range.lowerBound, range.upperBound] }
    for carer in household.carers {
      carer.asleep.forEach(add)
      for time in carer.away {
        switch time {
        case .window(let window): add(window)
        case .span(let span): add(span.interval(in: zone))
        }
      }
    }
    household.respite.forEach { $0.weekly.forEach(add) }
    for booking in facts.bookings {
      add(zone.instant(of: booking.start)..<max(zone.instant(of: booking.start), zone.instant(of: booking.end)))
    }
    boundaries += facts.tagOuts.map(\.end) + facts.duties.map(\.end)
    return boundaries.filter { $0 > instant && $0 < .distantFuture }.min()
  }
}
