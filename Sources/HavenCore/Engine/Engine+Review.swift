/// What a look back asks of the engine: things that only the plan and the fold of the acts know. Nothing here changes
/// what will be said.
extension Engine {
  /// What lay around a hard moment, as far as it is known. Of a moment of all the children, what holds for any of them.
  public mutating func surroundings(of moment: LivedMoment) -> MomentSurroundings {
    let children = moment.child.map { [$0] } ?? household.children.map(\.id)
    var around = MomentSurroundings()
    for child in children {
      around.isLongSinceFood.or(isLongSinceFood(child, at: moment.at))
      around.isAfterShortNight.or(
        lastNight(of: child, at: moment.at).map { $0.seconds < MomentSurroundings.shortNight })
      let absences = absences(of: child, on: moment.date)
      if let latest = absences.last(where: { $0.until <= moment.at }) {
        around.isAfterAway.or(moment.at - latest.until <= 7200)
      } else {
        around.isAfterAway.or(false)
      }
      around.isAfterEvent.or(absences.contains { $0.isEvent && $0.until <= moment.at })
    }
    if household.carers.count > 1 {
      around.isSolo = household.carers.count { isOnDuty($0.id, at: moment.at) } == 1
    }
    return around
  }

  /// By food of the plan and food that somebody said was had: an offer is no meal. Nil before the first of the day, and
  /// where the family has this clock off.
  private mutating func isLongSinceFood(_ child: ChildID, at instant: Instant) -> Bool? {
    guard planner.child(child).fuel != nil else { return nil }
    let date = zone.date(at: instant)
    let planned = plan(for: date).steps.filter { $0.children.contains(child) && $0.step.tags.contains(.food) }.map(\.at)
    let had = (planned + (facts.fed[child] ?? []).filter { zone.date(at: $0) == date }).filter { $0 <= instant }
    return had.max().map { instant - $0 > 7200 }
  }

  /// When a child was away on a date: until their next step at home.
  private mutating func absences(of child: ChildID, on date: CivilDate) -> [(until: Instant, isEvent: Bool)] {
    let steps = plan(for: date).steps.filter { $0.children.contains(child) }
    var absences: [(until: Instant, isEvent: Bool)] = []
    var isEvent: Bool?
    for step in steps {
      if let event = isEvent, !step.step.isAway { absences.append((step.at, event)) }
      isEvent = step.step.isAway ? isEvent == true || step.step.eventLabel != nil : nil
    }
    return absences
  }

  /// For a look at dates whose acts are no longer remembered: these are what was done then.
  public mutating func look(backOn acts: [Act]) {
    facts = Facts(acts: acts, children: household.children.map(\.id), zone: zone)
    plans = [:]
  }
}

/// What lay around a hard moment. Nil where it is not known, or has no meaning in this family.
public struct MomentSurroundings: Sendable, Equatable {
  /// More than two hours since food.
  public var isLongSinceFood: Bool?
  /// After less than six hours in which the child could sleep.
  public var isAfterShortNight: Bool?
  /// Within two hours of coming home.
  public var isAfterAway: Bool?
  /// On the date of an absence with an `event-label`, after it: what a family calls "the Saturday plan" on a screen.
  public var isAfterEvent: Bool?
  /// One carer alone on duty.
  public var isSolo: Bool?

  static let shortNight = 6 * 3600
}

extension Bool? {
  /// Known where either is, and true where either is.
  fileprivate mutating func or(_ other: Bool?) {
    guard let other else { return }
    self = self == true || other
  }
}
