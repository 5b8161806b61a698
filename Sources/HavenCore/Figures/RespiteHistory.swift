/// What a household had of respite, from what was written down, booked and standing.
///
/// A booking or a standing window that is over happened, unless it was cancelled. What somebody said they took in a lane
/// on a date is said instead of what was planned for it. No hour of a lane counts twice, whoever wrote it down and
/// wherever.
public struct RespiteHistory: Sendable {
  public private(set) var times: [FigureRecords.RespiteTime] = []
  public private(set) var nights: [FigureRecords.NightAway] = []
  public private(set) var forgiven: [FigureRecords.Forgiven] = []

  /// - Parameters:
  ///   - acts: respite's, in order.
  ///   - standing: dates in which the weekly windows count.
  public init(acts: [Act], household: Household, zone: Zone, standing: Range<CivilDate>, now: Instant) {
    var bookings: [(lane: Lane, from: CivilDateTime, to: CivilDateTime)] = []
    var took: [Told] = []
    for act in acts {
      switch act.command {
      case .respiteBook(let lane, let from, let to):
        bookings.removeAll { $0.lane == lane && $0.from == from }
        bookings.append((lane, from, to))
      case .respiteCancel(let lane, let from, _): bookings.removeAll { $0.lane == lane && $0.from == from }
      case .respiteTook(let lane, let date, let minutes, let counts, let shortened):
        let time = FigureRecords.RespiteTime(
          lane: lane, date: date, hours: Hours(minutes: minutes), state: shortened == true ? .shortened : .happened,
          counts: counts)
        took.append(Told(by: act.by, time: time))
      case .respiteForgive(let lane): forgiven.append(.init(lane: lane, date: act.date))
      default: continue
      }
    }
    times = RespiteHistory.onceEach(took).map(\.time)
    let toldNights = took.map(\.time).filter { $0.lane == .overnight }
    for booking in bookings
    where booking.lane == .overnight && !toldNights.contains(where: { $0.date == booking.from.date }) {
      addNights(from: booking.from.date, to: booking.to.date, isOver: zone.instant(of: booking.to) <= now)
    }
    for time in toldNights where time.counts {
      let count = RespiteHistory.nights(in: time.hours)
      if count > 0 { addNights(from: time.date, to: time.date + count, isOver: true) }
    }
    var planned = bookings.filter { $0.lane != .overnight }.map { booking in
      let from = zone.instant(of: booking.from)
      return Planned(lane: booking.lane, date: booking.from.date, span: from..<max(from, zone.instant(of: booking.to)))
    }
    for lane in household.respite where lane.lane != .overnight {
      planned += RespiteHistory.windows(of: lane, standing, zone)
    }
    let told = Set(times.map { Key(lane: $0.lane, date: $0.date) })
    times += RespiteHistory.merged(
      planned.filter { $0.span.upperBound <= now && !told.contains(Key(lane: $0.lane, date: $0.date)) })
  }

  private struct Key: Hashable {
    var lane: Lane
    var date: CivilDate
  }

  /// What somebody said was taken, and who.
  private struct Told {
    var by: CarerID
    var time: FigureRecords.RespiteTime
  }

  private struct Planned {
    var lane: Lane
    var date: CivilDate
    var span: Range<Instant>
  }

  /// The couple's time is both carers': where each of them wrote down what they had on a date, the longer is said, not
  /// both. Everything else is what it is.
  private static func onceEach(_ took: [Told]) -> [Told] {
    let couple = Dictionary(grouping: took.filter { $0.time.lane == .couple }, by: \.time.date)
    let longest = couple.mapValues { told in
      Dictionary(grouping: told, by: \.by).mapValues { $0.reduce(Hours.zero) { $0 + $1.time.hours } }
        .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    return took.filter { $0.time.lane != .couple || longest[$0.time.date] == $0.by }
  }

  private static func windows(of lane: RespiteLane, _ dates: Range<CivilDate>, _ zone: Zone) -> [Planned] {
    var planned: [Planned] = []
    for window in lane.weekly {
      var date = dates.lowerBound
      while date < dates.upperBound {
        if let span = window.interval(opening: date, in: zone) {
          planned.append(Planned(lane: lane.lane, date: date, span: span))
        }
        date = date + 1
      }
    }
    return planned
  }

  /// An hour that was booked twice, or in a standing window as well, is one hour.
  private static func merged(_ planned: [Planned]) -> [FigureRecords.RespiteTime] {
    var merged: [Planned] = []
    for one in planned.sorted(by: { $0.span.lowerBound < $1.span.lowerBound }) {
      if let place = merged.lastIndex(where: { $0.lane == one.lane }),
        merged[place].span.upperBound > one.span.lowerBound
      {
        let span = merged[place].span
        merged[place].span = span.lowerBound..<max(span.upperBound, one.span.upperBound)
      } else {
        merged.append(one)
      }
    }
    return merged.map { one in
      .init(
        lane: one.lane, date: one.date, hours: Hours(minutes: (one.span.upperBound - one.span.lowerBound) / 60),
        state: .happened)
    }
  }

  /// Of a stay that somebody told by its length: half a day or more is a night, a day and a half or more two.
  private static func nights(in hours: Hours) -> Int { (hours.minutes + 720) / 1440 }

  private mutating func addNights(from first: CivilDate, to last: CivilDate, isOver: Bool) {
    var date = first
    while date < max(last, first + 1) {
      // A night that was booked twice is one.
      if let known = nights.firstIndex(where: { $0.date == date }) {
        if isOver { nights[known].state = .used }
      } else {
        nights.append(.init(date: date, state: isOver ? .used : .booked))
      }
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
  /// Nil for what is no allowance of nights. A bare number counts nights, too: of an overnight lane there is nothing else.
  public init?(_ lane: RespiteLane) {
    guard lane.lane == .overnight, let target = lane.target, target.unit != .hours else { return nil }
    switch target.period {
    case .year: self.init(nights: target.high, per: .year)
    case .quarter: self.init(nights: target.high, per: .quarter)
    case .weeks, .days: return nil
    }
  }
}
