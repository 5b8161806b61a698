/// What one carer alone can hold on to: printed where nobody can be asked to swap.
extension Engine {
  /// A safe spot for each child, then door, water and breath, then who could hear of it. Nothing is sent to anybody.
  public var soloPlan: [String] {
    var lines: [String] = []
    for plan in household.safetyPlans { lines += [plan.name] + plan.actions.map { "  \($0)" } }
    let planned = Set(household.safetyPlans.flatMap(\.children))
    for child in household.children where !planned.contains(child.id) {
      lines.append("\(child.id): the safest spot near you")
    }
    // A family that has written down its own way to slow down is not told another.
    if !household.safetyPlans.contains(where: { $0.actions.contains { $0.lowercased().contains("breath") } }) {
      lines.append("door, water, six slow breaths")
    }
    for support in household.supports.prefix(3) {
      lines.append("who could hear it: \(support.name)" + (support.how.map { ", \($0)" } ?? ""))
    }
    return lines
  }
}
