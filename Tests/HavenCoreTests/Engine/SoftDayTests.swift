import Testing

@testable import HavenCore

/// What a soft day changes besides the plan.
struct SoftDayTests {
  private func house(_ tuning: [Mode: ModeTuning] = [:]) throws -> House {
    var family = try Family(children: ["otter 5", "wren 3"], "16:00 tea core")
    family.household.boundaries = [
      Boundary(name: "hands", feeling: nil, limit: "I won't let you hit.", isSafety: true),
      Boundary(name: "screens", feeling: nil, limit: "It rests at 17:15.", who: ["otter"]),
      Boundary(name: "food", feeling: nil, limit: "The basket is yours.", who: ["wren"]),
    ]
    family.household.modeTuning = tuning
    return try House(family, from: "2026-03-10T07:00")
  }

  private func soft(_ mode: Mode, _ child: ChildID? = nil) -> Command {
    .mode(mode, child: child, age: nil, until: nil)
  }

  @Test("the nurture aim is the child's own, and the mode's on a soft day")
  func nurtureAim() throws {
    var house = try house()
    #expect(house.engine.nurtureAim(of: "otter", at: house.now) == 4)
    for (mode, aim) in [(Mode.lowDemand, 6), (.regression, 8), (.sick, 6), (.ordinary, 4)] {
      try house.at("07:10", soft(mode, "otter"))
      #expect(house.engine.nurtureAim(of: "otter", at: house.now) == aim)
      #expect(house.engine.nurtureAim(of: "wren", at: house.now) == 4)
    }
  }

  @Test("a family's own figure for a mode goes first; a child who has more already keeps it")
  func tunedAim() throws {
    var house = try house([.sick: ModeTuning(nurture: 3)])
    try house.reload(at: "07:05") { $0.household.children[1].nurture = 10 }
    try house.at("07:10", soft(.sick, "otter"))
    try house.at("07:10", soft(.lowDemand, "wren"))
    #expect(house.engine.nurtureAim(of: "otter", at: house.now) == 3)
    #expect(house.engine.nurtureAim(of: "wren", at: house.now) == 10)
  }

  @Test("on a soft day only the boundaries that keep somebody safe are held, child by child")
  func boundaries() throws {
    var house = try house()
    #expect(house.engine.boundaries(at: house.now).map(\.name) == ["hands", "screens", "food"])
    #expect(house.engine.boundaries(for: "otter", at: house.now).map(\.name) == ["hands", "screens"])
    try house.at("07:10", soft(.regression, "otter"))
    #expect(house.engine.boundaries(for: "otter", at: house.now).map(\.name) == ["hands"])
    #expect(house.engine.boundaries(for: "wren", at: house.now).map(\.name) == ["hands", "food"])
    #expect(house.engine.boundaries(at: house.now).map(\.name) == ["hands", "food"])
  }
}
