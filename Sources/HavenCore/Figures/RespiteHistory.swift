/// What a household had of respite, from what was written down, booked and standing.
///
/// A booking or a standing window that is over happened, unless it was cancelled. What somebody said they took in a lane
/// on a date is said instead of what was planned for it.
public struct RespiteHistory: Sendable {
  public private(set) var times: [FigureRecords.RespiteTime] = []
  public private(set) var nights: [FigureRecords.NightAway] = []
  public private(set) var forgiven: [FigureRecords.Forgiven] = []

  /// - Parameters:
  ///   - acts: respite's, in order.
  ///   - standing: dates in which the weekly windows count.
  public init(acts: [Act], household: Household, zone: Zone, standing: Range<CivilDate>, now: Instant) {
    var bookings: [(lane: Lane, from: CivilDateTime, to: CivilDateTime)] = []
    var took: [FigureRecords.RespiteTime] = []
    for act in acts {
      switch act.command {
      case .respiteBook(let lane, let from, let to):
        bookings.removeAll { $0.lane == lane && $0.from == from }
        bookings.append((lane, from, to))
      case .respiteCancel(let lane, let from): bookings.removeAll { $0.lane == lane && $0.from == from }
      case .respiteTook(let lane, let date, let minutes, let counts):
        took.append(.init(lane: lane, date: date, hours: Hours(minutes: minutes), state: .happened, counts: counts))
      case .respiteForgive(let lane): forgiven.append(.init(lane: lane, date: act.date))
      default: continue
      }
    }
    times = took
    for booking in bookings where booking.lane == .overnight { addNights(booking.from.date, booking.to, zone, now) }
    for booking in bookings where booking.lane != .overnight {
      add(
        booking.lane, booking.from.date,
        zone.instant(of: booking.from)..<max(zone.instant(of: booking.from), zone.instant(of: booking.to)), now)
    }
    for lane in household.respite { addStanding(lane, standing, zone, now) }
  }

  private mutating func add(_ lane: Lane, _ date: CivilDate, _ span: Range<Instant>, _ now: Instant) {
    guard span.upperBound <= now, !times.contains(where: { $0.lane == lane && $0.date == date }) else { return }
    times.append(
      .init(lane: lane, date: date, hours: Hours(minutes: (span.upperBound - span.lowerBound) / 60), state: .happened))
  }

  private mutating func addStanding(_ lane: RespiteLane, _ dates: Range<CivilDate>, _ zone: Zone, _ now: Instant) {
    guard lane.lane != .overnight else { return }
    for window in lane.weekly {
      var date = dates.lowerBound
      while date < dates.upperBound {
        if let span = window.interval(opening: date, in: zone) { add(lane.lane, date, span, now) }
        date = date + 1
      }
    }
  }

  private mutating func addNights(_ first: CivilDate, _ to: CivilDateTime, _ zone: Zone, _ now: Instant) {
    let isOver = zone.instant(of: to) <= now
    var date = first
    while date < max(to.date, first + 1) {
      nights.append(.init(date: date, state: isOver ? .used : .booked))
      date = date + 1
    }
  }
}

extension FigureRecords.LaneTarget {
  /// Nil for a lane without a target in hours. Of a range the lower end counts: what is owed stays small.
  public init?(_ lane: RespiteLane) {
    guard let target = lane.target, target.unit == .hours, lane.lane != .overnight else { return nil }
    let days =
      switch target.period {
      case .weeks(let weeks): weeks * 7
      case .days(let days): days
      case .quarter: 91
      case .year: 365
      }
    guard days > 0 else { return nil }
    self.init(lane: lane.lane, hours: Hours(minutes: roundedHalfUp(target.low * 60 * 28, over: days)))
  }
}

extension FigureRecords.Allowance {
  /// Nil for what is no allowance of nights.
  public init?(_ lane: RespiteLane) {
    guard lane.lane == .overnight, let target = lane.target, target.unit == .nights else { return nil }
    switch target.period {
    case .year: self.init(nights: target.high, per: .year)
    case .quarter: self.init(nights: target.high, per: .quarter)
    case .weeks, .days: return nil
    }
  }
}
