/// What became of promises. One that was moved before it was due kept its trust.
public struct PromiseFigures: Sendable, Equatable {
  public var kept: Int
  public var movedInTime: Int
  public var missedRepaired: Int
  public var missed: Int
  public var open: Int

  /// Under five closed is too few for a percentage.
  public static let fewest = 5

  public init(_ states: [FigureRecords.PromiseOutcome.State]) {
    kept = states.count { $0 == .kept }
    movedInTime = states.count { $0 == .movedInTime }
    missedRepaired = states.count { $0 == .missedRepaired }
    missed = states.count { $0 == .missed }
    open = states.count { $0 == .open }
  }

  public var closed: Int { kept + movedInTime + missedRepaired + missed }
  /// Kept or moved in time, of those closed; nil under five.
  public var percent: Int? {
    closed < PromiseFigures.fewest ? nil : HavenCore.percent(kept + movedInTime, of: closed)
  }
}
