import Testing

@testable import HavenCore

/// After a hard moment a child is left in peace for twenty minutes, and the carer for an hour.
struct HardMomentTests {
  private func house() throws -> House {
    let family = try Family(
      children: ["otter 5", "wren 5"],
      """
      16:00 play
      17:25 tablet-ends  otter hard
      17:25 bath         wren hard
      """)
    return try House(family, from: "2026-03-10T16:30")
  }

  private func children(_ house: House) -> [String] {
    house.lines.map { line in line.items.map { "\($0.id.child)/\($0.id.rung)" }.joined(separator: " ") }
  }

  @Test("that child's rungs of the next twenty minutes are suppressed; the other's are not, and nothing moves")
  func oneChild() throws {
    var house = try house()
    try house.at("17:02", .hard(HardMoment(child: "otter", size: 2)))
    try house.run(to: "18:00")
    #expect(children(house) == ["wren/P20", "wren/15", "wren/5", "otter/L2 wren/L2", "otter/0 wren/0"])
    #expect(house.state("tablet-ends/otter/15") == "suppressed: hard")
  }

  @Test("without a child it is for all of them")
  func allChildren() throws {
    var house = try house()
    try house.at("17:02", .hard(HardMoment()))
    try house.run(to: "18:00")
    #expect(children(house) == ["otter/L2 wren/L2", "otter/0 wren/0"])
  }

  @Test("twenty minutes include their start and exclude their end")
  func ends() throws {
    var house = try house()
    try house.at("17:05", .hard(HardMoment(child: "otter")))
    try house.run(to: "17:21")
    #expect(!children(house).contains("otter/P20 wren/P20"))
    #expect(house.state("tablet-ends/otter/P20") == "suppressed: hard")

    var exact = try self.house()
    try exact.at("17:00", .hard(HardMoment(child: "otter")))
    try exact.run(to: "17:21")
    #expect(children(exact).last == "otter/5 wren/5")
  }

  @Test("nudges are held for an hour, of every carer")
  func nudges() throws {
    var family = try Family(carers: ["ros", "imani"], children: ["otter 5"], "08:00 wake")
    for carer in ["ros", "imani"] {
      try family.add(goal: "walk-\(carer)", of: carer) { $0.windows = [try window("10:00-12:00")] }
    }
    var house = try House(family, from: "2026-03-10T09:00")
    try house.at("09:30", .hard(HardMoment(child: "otter")))
    try house.run(to: "12:00")
    #expect(house.said(.nudge) == ["10:30 ros: nudge walk-ros full", "10:30 imani: nudge walk-imani full"])
  }

  @Test("a size is 1, 2 or 3", arguments: [0, 4])
  func size(size: Int) throws {
    var house = try house()
    #expect(throws: Refusal.self) { try house.at("17:02", .hard(HardMoment(size: size))) }
  }

  @Test("one that is recorded later rests from when it had settled, and no longer than from its recording")
  func recordedLater() throws {
    func rest(_ settle: Int?) throws -> Instant? {
      var house = try self.house()
      try house.at("17:00", .hard(HardMoment(child: "otter", settle: settle, at: try house.instant("16:40"))))
      return house.engine.facts.hardMoments.first?.closedAt
    }
    let wall = try house()
    #expect(try rest(nil) == wall.instant("16:40"))
    #expect(try rest(15) == wall.instant("16:55"))
    #expect(try rest(60) == wall.instant("17:00"))
  }

  @Test("it is recorded within a day, and never ahead", arguments: ["2026-03-10T17:01", "2026-03-09T16:59"])
  func bounds(at moment: String) throws {
    var house = try house()
    let instant = try house.instant(moment)
    #expect(throws: Refusal.self) { try house.at("17:00", .hard(HardMoment(at: instant))) }
  }

  @Test("with one child in the family it is that child's")
  func onlyChild() throws {
    var house = try House(try Family(children: ["otter 5"], "07:00 wake"), from: "2026-03-10T16:30")
    try house.at("17:00", .hard(HardMoment()))
    #expect(house.engine.facts.hardMoments.map(\.child) == ["otter"])
  }

  @Test("facts keep all that a review needs")
  func facts() throws {
    var house = try house()
    let moment = HardMoment(
      child: "ot", size: 3, settle: 12, tags: ["tired"], helped: ["tea"], at: try house.instant("17:06"), note: "n")
    try house.at("17:30", .hard(moment), by: "ros")
    let hard = try #require(house.engine.facts.hardMoments.first)
    #expect(hard.act == 1 && hard.by == "ros" && hard.child == "otter" && hard.step == "tablet-ends")
    #expect(try hard.at == house.instant("17:06") && hard.date == date("2026-03-10"))
    #expect(hard.size == 3 && hard.settle == 12 && hard.tags == ["tired"] && hard.helped == ["tea"] && hard.note == "n")
  }
}
