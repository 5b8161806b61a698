extension SafetyPlan {
  /// For a family that has written no `[[plan]]`.
  public static let general = [
    "Everyone safe first: a place for each child, brothers and sisters too, with a way out.",
    "Move to a doorway. Hands low, voice low, few words.",
    "Water, for you as well. Six slow breaths: out longer than in.",
    "Then quieter. Talking comes much later.",
  ]

  /// Whether the plan is about the night, by its name.
  var isForNight: Bool {
    let words = CardBox.folded(name)
    return SafetyPlan.nightWords.contains { words.contains($0) }
  }

  private static let nightWords = ["night", "bed", "sleep", "settle", "nacht", "bett", "schlaf"]
}

extension [SafetyPlan] {
  /// Plans for a hard hour: all that are not for the night.
  public var forHardHours: [SafetyPlan] { filter { !$0.isForNight } }

  /// What a plan that is written leaves open: children without a place, water, breath.
  public func missingSteps(_ household: Household) -> [String] {
    let covered = Set(flatMap(\.children))
    let text = CardBox.folded(flatMap(\.actions).joined(separator: " "))
    var steps: [String] = []
    if household.children.contains(where: { !covered.contains($0.id) }) {
      steps.append("The others: near another grown-up, or their own room, door open.")
    }
    if !["water", "drink", "wasser"].contains(where: text.contains) { steps.append("Water, for you as well.") }
    if !["breath", "atem"].contains(where: text.contains) { steps.append("Six slow breaths: out longer than in.") }
    return steps
  }
}

/// What settles a child at night: the family's own plan, in one line.
public enum SettlePlan {
  public static let nothingToRecord = "nothing needs recording now"
  static let usual = "settle: low light, a drink, few words, near"

  /// The plans of the night, joined; a short general line where none is written.
  public static func line(_ plans: [SafetyPlan]) -> String {
    let own = plans.filter(\.isForNight)
    return own.isEmpty ? usual : own.map { $0.actions.joined(separator: " · ") }.joined(separator: " · ")
  }
}
