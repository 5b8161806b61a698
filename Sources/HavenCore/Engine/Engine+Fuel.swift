extension Engine {
  /// When food or water is next to be offered; nil where nothing is in sight today.
  mutating func nextFuel() -> Instant? {
    if case .known(let instant) = fuelCache { return instant }
    var next: Instant?
    for child in household.children {
      guard let due = fuelDue(child, after: cursor) else { continue }
      next = min(next ?? due, due)
    }
    fuelCache = .known(next)
    return next
  }

  /// One merged line that names every child due at this instant, to the first carer on duty. The clocks of those
  /// children start again whether it was shown or not.
  mutating func offerFuel(dueBy due: Instant, now: Instant) {
    guard let next = nextFuel(), next <= due else { return }
    let due = household.children.filter { child in fuelDue(child, after: next) == next }
    fuelCache = .unknown
    let wall = zone.civil(at: next)
    func id(_ child: Child) -> String { "\(wall.date)/fuel/\(child.id)/\(wall.time)" }
    // Said under this time already by a clock that ran ahead: an id is announced once.
    let children = due.filter { lineStates[id($0)]?.wasShown != true }
    for child in due { fuelOffers[child.id, default: []].append(next) }
    guard !children.isEmpty else { return }

    let carer = firstOnDuty(at: now)
    let reason = carer == nil ? .nobodyOnDuty : carer.flatMap { carerHold($0, at: now) }
    let ids = children.map(id)
    for (child, id) in zip(children, ids) {
      setLine(
        LedgerEntry(
          id: id, kind: .fuel, state: reason == nil ? .claimed : .suppressed, reason: reason, dueAt: next, at: now,
          to: carer, subject: child.id))
    }
    guard let carer, reason == nil else { return }
    let line = Line(
      kind: .fuel, at: now, to: carer, level: level(at: now),
      subject: .fuel(children: children.map(\.id), movementToo: children.contains { hasSatLong($0, at: now) }))
    deliver(line, claims: ids, key: "fuel", actions: [.done])
  }

  /// The first instant, at `after` or later today, when a child is awake and at home, a clock is past its interval
  /// and no step so tagged comes within 45 minutes.
  ///
  /// Things change only where a clock runs out, a step begins or ends, or a mode does: only those are tried.
  private mutating func fuelDue(_ child: Child, after: Instant) -> Instant? {
    guard child.fuel != nil else { return nil }
    let steps = plan(for: today).steps.filter { $0.children.contains(child.id) }
    guard let first = steps.first, let last = steps.last else { return nil }
    let opens = first.at + 1800
    let closes = (steps.last { $0.step.tags.contains(.sleep) } ?? last).at - 2700
    let from = max(after, opens)
    guard from <= closes else { return nil }

    let food = resets(of: .food, child: child.id, on: today, steps: steps)
    let water = resets(of: .water, child: child.id, on: today, steps: steps)
    var candidates: Set<Instant> = [from]
    for clock in [food, water] {
      for reset in clock {
        for minutes in [child.fuel ?? 120, 90, 60] + household.modeTuning.values.compactMap(\.fuel) {
          candidates.insert(reset + minutes * 60)
        }
      }
    }
    for step in steps {
      candidates.insert(step.at)
      if let minutes = step.step.minutes { candidates.insert(step.at + minutes * 60) }
    }
    for span in facts.modes[child.id] ?? [] { candidates.formUnion([span.start, span.end]) }
    for booking in facts.bookings where booking.lane == .overnight { candidates.insert(zone.instant(of: booking.end)) }

    for instant in candidates.sorted() where from <= instant && instant <= closes {
      guard isHungryOrThirsty(child, food: food, water: water, steps: steps, at: instant) else { continue }
      switch whereabouts(of: child.id, at: instant) {
      case .asleep, .away: continue
      case .home, .retreat: return instant
      }
    }
    return nil
  }

  private func isHungryOrThirsty(
    _ child: Child, food: [Instant], water: [Instant], steps: [PlannedStep], at instant: Instant
  ) -> Bool {
    let interval = fuelInterval(child, at: instant)
    func isPast(_ resets: [Instant], _ minutes: Int, _ tag: Tag) -> Bool {
      guard let last = resets.last(where: { $0 <= instant }), instant - last >= minutes * 60 else { return false }
      return !steps.contains { $0.step.tags.contains(tag) && instant < $0.at && $0.at <= instant + 2700 }
    }
    return isPast(food, interval.food, .food) || isPast(water, interval.water, .water)
  }

  /// The smaller of the child's own interval and the mode's, in minutes.
  func fuelInterval(_ child: Child, at instant: Instant) -> (food: Int, water: Int) {
    let own = child.fuel ?? .max
    let mode = facts.mode(of: child.id, at: instant)
    if let tuned = household.modeTuning[mode]?.fuel { return (min(own, tuned), min(own, tuned)) }
    switch mode {
    case .ordinary: return (own, own)
    case .lowDemand, .regression: return (min(own, 90), min(own, 90))
    case .sick: return (own, min(own, 60))
    }
  }

  /// When a clock started again on a date: steps so tagged, what was recorded, and offers, shown or not; in order.
  private func resets(of tag: Tag, child: ChildID, on date: CivilDate, steps: [PlannedStep]) -> [Instant] {
    var resets = steps.filter { $0.step.tags.contains(tag) }.map(\.at)
    let recorded = (tag == .food ? facts.fed : facts.drank)[child] ?? []
    resets += recorded.filter { zone.date(at: $0) == date }
    resets += (fuelOffers[child] ?? []).filter { zone.date(at: $0) == date }
    return resets.sorted()
  }

  /// Two hours without moving: it rides on the offer, never alone.
  private mutating func hasSatLong(_ child: Child, at instant: Instant) -> Bool {
    guard let last = lastMovement(of: child.id, at: instant) else { return true }
    return instant - last > 7200
  }

  /// When a child last moved, by the plan or as recorded; nil where it has not today.
  public mutating func lastMovement(of child: ChildID, at instant: Instant) -> Instant? {
    let date = zone.date(at: instant)
    var moved = plan(for: date).steps
      .filter { $0.children.contains(child) && $0.step.tags.contains(.move) && $0.at <= instant }.map(\.at)
    moved += (facts.moved[child] ?? []).filter { $0 <= instant && zone.date(at: $0) == date }
    return moved.max()
  }

  /// Since when a child's food and water clocks run, for `now` and `hard`; nil where they have not started that date.
  public mutating func lastFuel(of child: ChildID, at instant: Instant) -> (food: Instant?, water: Instant?) {
    let date = zone.date(at: instant)
    let steps = plan(for: date).steps.filter { $0.children.contains(child) }
    return (
      resets(of: .food, child: child, on: date, steps: steps).last { $0 <= instant },
      resets(of: .water, child: child, on: date, steps: steps).last { $0 <= instant }
    )
  }

  /// Whether a child's food, and its water, is past its interval; neither where the clock is off.
  public mutating func isFuelDue(_ child: Child, at instant: Instant) -> (food: Bool, water: Bool) {
    guard child.fuel != nil else { return (false, false) }
    let interval = fuelInterval(child, at: instant)
    let last = lastFuel(of: child.id, at: instant)
    return (
      last.food.map { instant - $0 >= interval.food * 60 } ?? false,
      last.water.map { instant - $0 >= interval.water * 60 } ?? false
    )
  }
}
