import Testing

@testable import HavenCore

struct SafetyPlanTests {
  private var household: Household {
    var household = Household()
    household.children = [Child(id: "otter"), Child(id: "wren")]
    return household
  }

  @Test("a plan for the night is for night alone, the others are for a hard hour")
  func night() {
    let plans = [
      SafetyPlan(name: "if it gets too big", children: ["otter"], actions: ["den"]),
      SafetyPlan(name: "Bedtime settle", children: ["otter"], actions: ["hall light", "door open", "water"]),
    ]
    #expect(plans.forHardHours.map(\.name) == ["if it gets too big"])
    #expect(SettlePlan.line(plans) == "hall light · door open · water")
    #expect(SettlePlan.line([]) == "settle: low light, a drink, few words, near")
  }

  @Test("what a plan leaves open is added: a child without a place, water, breath")
  func missing() {
    let whole = SafetyPlan(
      name: "big", children: ["otter", "wren"], actions: ["Otter: den", "Water. Six slow breaths."])
    #expect([whole].missingSteps(household) == [])
    let half = SafetyPlan(name: "big", children: ["otter"], actions: ["Otter: den"])
    #expect(
      [half].missingSteps(household) == [
        "The others: near another grown-up, or their own room, door open.", "Water, for you as well.",
        "Six slow breaths: out longer than in.",
      ])
  }
}
