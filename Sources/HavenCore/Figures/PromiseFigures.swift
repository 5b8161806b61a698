extension FigureRecords.PromiseOutcome {
  /// Promises that were due from one date to another, and those that are still ahead, as they stand.
  ///
  /// The return of a booking is among them once somebody said how it ended: where nobody did, it is nobody's matter.
  ///
  /// - Parameter acts: all that was ever done about them and about bookings, in order; others are passed over.
  public static func each(
    of acts: [Act], dueFrom first: CivilDate, through last: CivilDate, zone: Zone, now: Instant
  ) -> [FigureRecords.PromiseOutcome] {
    // A return that nobody spoke of is open, and is left out: without any there is nothing to make of the bookings.
    let told = acts.contains(where: \.tellsOfReturn) ? acts : acts.filter { !$0.command.isBooking }
    let facts = Facts(acts: told, children: [], zone: zone)
    return (facts.promises + facts.returns.filter { $0.state != .open }).compactMap { promise in
      let date = zone.date(at: promise.dueAt)
      let isAhead = promise.state == .open && promise.dueAt > now && date >= first
      guard isAhead || (first...last).contains(date) else { return nil }
      let state: FigureRecords.PromiseOutcome.State
      switch promise.outcome {
      case .kept: state = .kept
      case .movedInTime: state = .movedInTime
      case .repaired: state = .missedRepaired
      case nil: state = promise.dueAt > now ? .open : .missed
      }
      return .init(id: promise.id, state: state)
    }
  }
}

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
