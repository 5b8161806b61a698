import ArgumentParser
import HavenCore

struct Safe: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl safe",
    abstract: "The family's plan for when it gets too big.",
    discussion:
      "Printed from each [[plan]] of the config; a short general one where none is written. No daemon is asked.")

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let family = Family(context, global)
    let plans = family.household.safetyPlans.forHardHours
    Printer(context, global).show(Answer(plans, family.household)) { $0.safe(plans, family) }
    family.tell(context)
    return .success
  }

  /// What `safe --json` prints.
  private struct Answer: Encodable {
    var version = 1
    var kind = "safe"
    var plans: [Plan]
    /// For whoever is in no plan, and the grown-up.
    var also: [String]

    init(_ plans: [SafetyPlan], _ household: Household) {
      self.plans = plans.map { Plan(name: $0.name, children: $0.children, actions: $0.actions) }
      also = plans.isEmpty ? SafetyPlan.general : plans.missingSteps(household)
    }

    struct Plan: Encodable {
      var name: String
      var children: [ChildID]
      var actions: [String]
    }
  }
}
