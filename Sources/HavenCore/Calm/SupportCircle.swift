/// The people around a family, and whose turn it might be to hear from them.
public struct SupportCircle: Sendable {
  public var supports: [Support]

  public init(_ supports: [Support]) { self.supports = supports }

  /// Those of a kind, in the order written.
  public var byKind: [(kind: Support.Kind, supports: [Support])] {
    Support.Kind.allCases.compactMap { kind in
      let own = supports.filter { $0.kind == kind }
      return own.isEmpty ? nil : (kind, own)
    }
  }

  /// One person for this week, the same one from Monday to Sunday; nil where there is nobody to suggest.
  ///
  /// Those who get it, friends and family take turns. A counsellor has appointments, and lifts are for when they are
  /// needed: neither is suggested.
  public func suggestion(on date: CivilDate) -> Support? {
    let kinds: [Support.Kind] = [.peer, .friend, .family]
    let circle = supports.filter { kinds.contains($0.kind) }
    guard !circle.isEmpty else { return nil }
    return circle[Week.turn(on: date, outOf: circle.count)]
  }
}

/// Weeks start on Monday.
enum Week {
  /// Whose turn it is in the week of a date; goes on over the end of a year.
  static func turn(on date: CivilDate, outOf count: Int) -> Int {
    // 1970-01-01 was a Thursday.
    let week = floorDivide(date.dayNumber + 3, 7).quotient
    return (week % count + count) % count
  }
}
