/// What a soft day changes besides the plan: how much nurture to aim for, and which boundaries are left standing.
extension Engine {
  /// Small doses of nurture to aim for on the date of an instant.
  ///
  /// The child's own on an ordinary day; on a soft one the mode's (`[mode.NAME] nurture`, else 6, 8 in regression),
  /// or the child's own where that is more. A child whose aim is zero keeps it.
  public func nurtureAim(of id: ChildID, at instant: Instant) -> Int {
    let child = planner.child(id)
    let mode = facts.mode(of: id, at: instant)
    guard child.nurture > 0 else { return 0 }
    if let tuned = household.modeTuning[mode]?.nurture { return tuned }
    return max(child.nurture, mode.nurture ?? 0)
  }

  /// What is held at an instant: for a child, theirs; for nil, every boundary that holds for somebody. In the order
  /// written.
  ///
  /// A soft day asks for nothing but safety: for a child in a soft mode only boundaries with `safety = true` are left.
  public func boundaries(for child: ChildID? = nil, at instant: Instant) -> [Boundary] {
    household.boundaries.filter { boundary in
      let holders = boundary.who ?? household.children.map(\.id)
      let asked = child.map { id in holders.contains(id) ? [id] : [] } ?? holders
      if boundary.isSafety { return child == nil || !asked.isEmpty }
      return asked.contains { facts.mode(of: $0, at: instant) == .ordinary } || (child == nil && holders.isEmpty)
    }
  }
}

extension Engine {
  /// The age that a child's ladders and words go by at an instant; nil where none is set.
  public func workingAge(of id: ChildID, at instant: Instant) -> Int? {
    let own = planner.child(id).workingAge
    guard let span = facts.modeSpan(of: id, at: instant) else { return own }
    return span.mode == .lowDemand ? own : span.age ?? AgeBand.lowered(own)
  }

  /// Minutes between offers of food and of water at an instant; nil where the child's clock is off.
  public func fuelMinutes(of id: ChildID, at instant: Instant) -> (food: Int, water: Int)? {
    let child = planner.child(id)
    return child.fuel == nil ? nil : fuelInterval(child, at: instant)
  }
}

extension Mode {
  /// Small doses of nurture a day that go with it; nil where the child's own aim stands.
  var nurture: Int? {
    switch self {
    case .ordinary: nil
    case .lowDemand, .sick: 6
    case .regression: 8
    }
  }
}
