/// What a look back asks of the engine: things that only the plan and the fold of the acts know. Nothing here changes
/// what will be said.
extension Engine {
  /// Promises that were due from one date to another, and those that are still open, as they stand.
  public func promises(dueFrom first: CivilDate, through last: CivilDate, now: Instant) -> [FigureRecords
    .PromiseOutcome]
  {
    facts.promises.compactMap { promise in
      let date = zone.date(at: promise.dueAt)
      let isAhead = promise.state == .open && promise.dueAt > now && date >= first
      guard isAhead || (first...last).contains(date) else { return nil }
      let state: FigureRecords.PromiseOutcome.State
      switch promise.state {
      case .kept: state = promise.movedCount > 0 ? .movedInTime : .kept
      case .repaired: state = .missedRepaired
      case .open: state = promise.dueAt > now ? .open : .missed
      }
      return .init(id: promise.id, state: state)
    }
  }

  /// What lay around a hard moment, as far as it is known.
  public mutating func surroundings(of moment: LivedMoment) -> MomentSurroundings {
    let child = moment.child ?? household.children.first?.id ?? ""
    let steps = plan(for: moment.date).steps.filter { $0.children.contains(child) && $0.at <= moment.at }
    let lastFood = lastFuel(of: child, at: moment.at).food
    return MomentSurroundings(
      isLongSinceFood: lastFood.map { moment.at - $0 > 7200 },
      isSolo: household.carers.count > 1
        ? household.carers.count { isOnDuty($0.id, at: moment.at) } == 1 : nil,
      isAfterAway: steps.contains { $0.step.isAway && moment.at - $0.at < 6 * 3600 })
  }
}

/// What lay around a hard moment. Nil where it is not known, or has no meaning in this family.
public struct MomentSurroundings: Sendable, Equatable {
  /// More than two hours since food.
  public var isLongSinceFood: Bool?
  /// One carer alone on duty.
  public var isSolo: Bool?
  /// Within six hours of having been away from home.
  public var isAfterAway: Bool
}
