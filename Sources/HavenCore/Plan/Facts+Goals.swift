extension Facts {
  /// Whether the smallest version of a goal is what its carer settled on last.
  public func isShrunk(_ goal: GoalID) -> Bool {
    goalActs[goal]?.last { [.keep, .shrink, .letGo].contains($0.act) }?.act == .shrink
  }
}
