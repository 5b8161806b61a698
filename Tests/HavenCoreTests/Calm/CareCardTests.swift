import Testing

@testable import HavenCore

struct CareCardTests {
  private func card(_ household: Household) -> [String] {
    CareCard(household, plan: nil, zone: .utc, child: nil).sections.flatMap { [$0.title] + $0.lines }
  }

  @Test("a ladder is said in words")
  func ladder() {
    func words(_ rungs: [String]) -> String { CareCard.words(for: rungs.compactMap { Rung($0) }) }
    #expect(
      words(["P20", "15", "5", "L2", "0"])
        == "go near 20 min before; say it 15 and 5 min before; name the last one 2 min before; be there at the change")
    #expect(words(["5"]) == "say it 5 min before")
    #expect(words(["0"]) == "be there at the change")
    #expect(words(["20", "10", "5"]) == "say it 20, 10 and 5 min before")
  }

  @Test("what tells of health, of the past or of who somebody is stays off the paper")
  func quiet() {
    var household = Household()
    var child = Child(id: "otter")
    child.helps = ["trampoline", "his ADHD medication", "squeeze"]
    household.children = [child]
    household.boundaries = [
      Boundary(name: "hands", feeling: "You're furious.", limit: "I won't let you hit. I'll stay."),
      Boundary(name: "phone", feeling: "You miss them.", limit: "Calls are at contact, on Saturday."),
    ]
    let lines = card(household)
    #expect(lines.contains("otter: trampoline, squeeze"))
    #expect(lines.contains("hands: You're furious. I won't let you hit. I'll stay."))
    #expect(!lines.contains { $0.contains("phone") })
  }

  @Test("counsellors and professionals are nobody else's business; an emergency number is")
  func people() {
    var household = Household()
    household.settings.country = "GB"
    household.supports = [
      Support(name: "Dana", kind: .counsellor), Support(name: "Dr Lee", kind: .professional),
      Support(name: "Auntie Jo", kind: .family, how: "text any time"),
    ]
    let lines = card(household)
    #expect(lines.suffix(3) == ["Who to call", "Auntie Jo: text any time", "In immediate danger: call 999."])
    #expect(!lines.contains { $0.contains("Dana") || $0.contains("Lee") })
  }

  @Test("what Haven itself says on it keeps every rule of the screen")
  func words() {
    let filter = WordFilter(language: .english)
    var household = Household()
    household.children = Child.Style.allCases.map { style in
      var child = Child(id: style.rawValue)
      (child.style, child.workingAge) = (style, 4)
      return child
    }
    for text in card(household) { #expect(filter.findings(in: text) == [], "\(text)") }
  }
}
