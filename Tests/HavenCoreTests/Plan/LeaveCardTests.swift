import Testing

@testable import HavenCore

/// Away from home nothing rings: what would be said there is on paper.
struct LeaveCardTests {
  private let saturday = "2026-03-14"

  private func cards(_ family: Family) throws -> [String] {
    try family.plan(saturday).cues.map { "\($0.id.step)/\($0.rung)\($0.isOnLeaveCard ? " card" : "")" }
  }

  @Test("rungs into a step go to the leave-card where the step before is away")
  func card() throws {
    let family = try Family(
      "09:00 leave [5 0] away\n10:30 out-of-pool [P20 5 0] away\n11:30 home [10 0]\n12:00 lunch [5 0]")
    #expect(
      try cards(family) == [
        "leave/5", "leave/0", "out-of-pool/P20 card", "out-of-pool/5 card", "out-of-pool/0 card", "home/10 card",
        "home/0 card", "lunch/5", "lunch/0",
      ])
  }

  @Test("what is on the card is not shown, nor missed")
  func notShown() throws {
    var house = try House(Family("09:00 swim away\n10:30 out-of-pool [5 0]"), from: saturday)
    try house.run(to: "12:00")
    #expect(house.said() == [])
    #expect(house.state("out-of-pool/otter/0") == nil)
  }

  @Test("only the child who is away has a card")
  func perChild() throws {
    let family = try Family(
      children: ["otter 5", "wren 3"], "09:00 swim otter away\n09:00 play wren\n10:30 lunch [5 0]")
    let cues = try family.plan(saturday).cues
    #expect(cues.filter(\.isOnLeaveCard).map(\.id.child) == ["otter", "otter"])
    #expect(cues.filter { !$0.isOnLeaveCard }.map(\.id.child) == ["wren", "wren"])
  }

  @Test("a rung due while the child is away is suppressed, the carer's too")
  func suppressedWhileAway() throws {
    var house = try House(
      Family("09:00 swim [5 0] away\n10:30 home\n10:40 reading [P30 15 5 0]"), from: saturday)
    try house.run(to: "12:00")
    #expect(
      house.said(about: "reading") == [
        "10:30 ros: reading/otter/15 10m", "10:35 ros: reading/otter/5 5m", "10:40 ros: reading/otter/0 0m",
      ])
    #expect(house.state("reading/otter/P30") == "suppressed: away")
  }

  @Test("the rungs of the very step that goes away are said, arrival too")
  func ownRungs() throws {
    var house = try House(Family("09:00 swim [5 0] away\n10:30 home"), from: saturday)
    try house.run(to: "12:00")
    #expect(house.said() == ["08:55 ros: swim/otter/5 5m", "09:00 ros: swim/otter/0 0m"])
  }
}
