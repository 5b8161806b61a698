/// A booking that is ahead or runs, with the moments of its checklist.
public struct PlannedRespite: Sendable, Equatable {
  public var lane: Lane
  public var start: Instant
  /// Exclusive.
  public var end: Instant
  /// A week before: when who looks after the children is asked again; nil where it was booked later than that.
  public var confirmAt: Instant?
  public var tells: [Tell]
  /// The promise that its end is.
  public var back: Facts.Promise?
  /// Half an hour from the end in which nothing is asked of the children; nil where they were at home all along.
  public var landingUntil: Instant?

  /// A child who is told ahead, by their first key carer.
  public struct Tell: Sendable, Equatable {
    public var child: ChildID
    public var carer: CarerID
    /// Nil where it was booked too late for a day of its own: as soon as there is a calm minute.
    public var at: Instant?
  }
}

/// A day to tell a child about a stay, for the one carer who tells them.
public struct HeadsUp: Sendable, Equatable {
  public var child: ChildID
  /// Of the stay.
  public var startsAt: Instant

  public init(child: ChildID, startsAt: Instant) {
    self.child = child
    self.startsAt = startsAt
  }
}

extension Engine {
  /// What is booked and not over, in order of time.
  public mutating func respiteAhead(now: Instant) -> [PlannedRespite] {
    let ahead = facts.bookings.filter { zone.instant(of: $0.end) > now }
    return ahead.map { booking in
      let start = zone.instant(of: booking.start), end = zone.instant(of: booking.end)
      let confirmAt = zone.instant(booking.start.date - 7, household.settings.digest)
      let isOvernight = booking.lane == .overnight
      return PlannedRespite(
        lane: booking.lane, start: start, end: end, confirmAt: confirmAt > booking.bookedAt ? confirmAt : nil,
        tells: isOvernight ? household.children.map { tell($0, of: booking, from: start) } : [],
        back: facts.returns.first { $0.stay == .init(lane: booking.lane, start: booking.start) },
        landingUntil: isOvernight ? end + 1800 : nil)
    }.sorted { ($0.start, $0.lane.description) < ($1.start, $1.lane.description) }
  }

  private mutating func tell(_ child: Child, of booking: Facts.Booking, from start: Instant) -> PlannedRespite.Tell {
    let at = tellAt(child, booking: booking).flatMap { $0 > booking.bookedAt && $0 < start ? $0 : nil }
    return PlannedRespite.Tell(
      child: child.id, carer: child.keyCarers.first ?? household.carers[0].id, at: at)  // a household has a carer
  }

  /// The next time that a lane's standing windows give, within two weeks: the stretch that runs now, else the next.
  public func standingRespite(in lane: RespiteLane, now: Instant) -> Range<Instant>? {
    let today = zone.date(at: now)
    let dates = (-1...14).map { today + $0 }
    let spans = lane.weekly.flatMap { window in dates.compactMap { window.interval(opening: $0, in: zone) } }
    return spans.filter { $0.upperBound > now }.min { $0.lowerBound < $1.lowerBound }
  }

  /// What this carer alone is told on a date, from its morning on: the same that the date's own lines say. What has
  /// begun by now is told no more.
  public mutating func headsUps(for carer: CarerID, on date: CivilDate, now: Instant) -> [HeadsUp] {
    fixedLines(on: date).filter { $0.to == carer }.compactMap { line in
      guard case .tell(let child, let startsAt) = line.subject, startsAt > now else { return nil }
      return HeadsUp(child: child, startsAt: startsAt)
    }
  }
}
