import HavenCore

/// A day to tell a child what is coming: to the carer alone who tells them, and never what it is.
public struct HeadsUpView: Sendable, Equatable, Codable {
  public var child: ChildID
  /// When what the child is told of begins.
  public var startsAt: Stamp

  public init(_ headsUp: HeadsUp, in zone: Zone) {
    child = headsUp.child
    startsAt = Stamp(headsUp.startsAt, in: zone)
  }
}

extension Engine {
  /// What this carer alone is told ahead of on a date; nil where there is nothing.
  public mutating func headsUpViews(for carer: CarerID, on date: CivilDate, now: Instant) -> [HeadsUpView]? {
    let views = headsUps(for: carer, on: date, now: now).map { HeadsUpView($0, in: zone) }
    return views.isEmpty ? nil : views
  }
}
