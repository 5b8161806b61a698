/// Respite by lane over a rolling window of 28 dates, and whose turn it is.
///
/// The window starts no earlier than the quarter and the day after the last `forgive`; where it is shorter, so is the
/// target. What is owed is never more than one window's target.
public struct RespiteFigures: Sendable, Equatable {
  /// In the order of the config.
  public var lanes: [LaneFigures]
  /// What is owed most, by its share of the target, comes first; what owes nothing is left out.
  public var nextInLine: [Lane]

  public static let windowLength = 28

  public init(_ records: FigureRecords, today: CivilDate) {
    lanes = records.lanes.map { LaneFigures($0, records, today: today) }
    let owing = lanes.enumerated().filter { $0.element.owed > .zero }
    nextInLine = owing.sorted { a, b in
      if let isMore = a.element.owesLargerShare(than: b.element) { return isMore }
      let (rankA, rankB) = (a.element.lane.rank, b.element.lane.rank)
      return (rankA, a.offset) < (rankB, b.offset)
    }.map(\.element.lane)
  }
}

public struct LaneFigures: Sendable, Equatable {
  public var lane: Lane
  /// Where the window starts; it ends today.
  public var start: CivilDate
  /// Reduced to the window's dates.
  public var target: Hours
  public var actual: Hours
  /// On call or at home.
  public var beside: Hours
  public var owed: Hours
  /// Owed, of the target; 0 where there is no target.
  public var percent: Int

  init(_ full: FigureRecords.LaneTarget, _ records: FigureRecords, today: CivilDate) {
    lane = full.lane
    let forgiven = records.forgiven.filter { $0.lane == full.lane && $0.date <= today }.map { $0.date + 1 }.max()
    let oldest = today - (RespiteFigures.windowLength - 1)
    start = max(oldest, today.startOfQuarter, forgiven ?? oldest)
    target = full.hours.reduced(to: today - start + 1)
    actual = .zero
    beside = .zero
    for time in records.respite where time.lane == full.lane && time.date >= start && time.date <= today {
      guard time.state != .cancelled else { continue }
      if time.counts { actual = actual + time.hours } else { beside = beside + time.hours }
    }
    owed = max(.zero, target - actual)
    percent = HavenCore.percent(owed.parts, of: target.parts) ?? 0
  }

  /// Compared exactly, not by the rounded percentage; nil where the shares are the same. Both owe something.
  fileprivate func owesLargerShare(than other: LaneFigures) -> Bool? {
    let mine = owed.parts.multipliedFullWidth(by: other.target.parts)
    let theirs = other.owed.parts.multipliedFullWidth(by: target.parts)
    return mine == theirs ? nil : mine > theirs
  }
}

extension Lane {
  /// Where two owe the same share: carers before the couple, the couple before siblings.
  fileprivate var rank: Int {
    switch self {
    case .solo: 0
    case .couple: 1
    case .sibling: 2
    case .overnight: 3
    }
  }
}
