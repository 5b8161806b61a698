import Testing

@testable import HavenCore

/// What the next carer is told, and since when.
struct HandoverTests {
  private func house() throws -> House {
    var family = try Family.evening(carers: ["ros", "imani"], children: ["otter 5", "wren 4"])
    family.household.boundaries = [Boundary(name: "hands", feeling: nil, limit: "hands stay soft")]
    return try House(family, from: "2026-03-10T08:00")
  }

  private func start(_ house: House) -> String {
    "\(house.family.zone.civil(at: house.engine.shift(at: house.now).start).time)"
  }

  @Test("a shift begins with the day, and then with each change of hands")
  func starts() throws {
    var house = try house()
    #expect(start(house) == "00:00")
    try house.at("12:00", .duty(carer: "imani"))
    try house.run(to: "15:00")
    #expect(start(house) == "12:00")
  }

  @Test("within half an hour of a change of hands it is the shift that has ended")
  func justEnded() throws {
    var house = try house()
    try house.at("12:00", .duty(carer: "imani"))
    try house.at("15:00", .tagOut(seconds: nil), by: "imani")
    try house.at("15:01", .tagAnswer(.yes), by: "ros")
    #expect(start(house) == "12:00")
    try house.run(to: "15:40")
    #expect(start(house) == "15:01")
  }

  @Test("a swap and the handover about it belong together, whichever is first")
  func together() throws {
    for isWrittenFirst in [true, false] {
      var house = try house()
      try house.at("12:00", .duty(carer: "imani"))
      if isWrittenFirst { try house.at("14:55", .handover(Handover(calm: ["wren"])), by: "imani") }
      try house.at("15:00", .tagOut(seconds: nil), by: "imani")
      try house.at("15:01", .tagAnswer(.yes), by: "ros")
      if !isWrittenFirst { try house.at("15:05", .handover(Handover(calm: ["wren"])), by: "imani") }
      try house.run(to: "15:10")
      #expect(start(house) == "12:00")
      #expect(house.engine.shift(at: house.now).written?.by == "imani")
      // Read in the evening it is still that one, until the children change hands again.
      try house.run(to: "17:00")
      #expect(house.engine.shift(at: house.now).written?.by == "imani")
      try house.at("18:00", .duty(carer: "ros"), by: "ros")
      #expect(house.engine.shift(at: house.now).written == nil)
    }
  }

  @Test("what was done in the shift is in it, what was taken back is not")
  func acts() throws {
    var house = try house()
    try house.at("09:00", .boundaryHeld(name: "hands"))
    try house.at("12:00", .duty(carer: "imani"))
    try house.at("13:00", .hard(HardMoment(child: "otter", helped: ["toast"])), by: "imani")
    try house.at("13:05", .delay(step: "tablet-ends", minutes: 10), by: "imani")
    try house.undo(at: "13:06", by: "imani")
    try house.run(to: "15:00")
    let commands = house.engine.shift(at: house.now).acts.map(\.command)
    #expect(commands == [.duty(carer: "imani"), .hard(HardMoment(child: "otter", helped: ["toast"]))])
    #expect(house.engine.lastHardMoment(of: "otter", at: house.now) == house.now - 7200)
    #expect(house.engine.lastHardMoment(of: "wren", at: house.now) == nil)
  }

  @Test("promises are those made in the shift or due today")
  func promises() throws {
    var house = try house()
    try house.at("09:00", .promiseAdd(id: "kite", dueAt: house.instant("2026-03-12T16:00")))
    try house.at("09:01", .promiseAdd(id: "story", dueAt: house.instant("19:00")))
    try house.at("12:00", .duty(carer: "imani"))
    try house.at("14:00", .promiseAdd(id: "park", dueAt: house.instant("2026-03-11T16:00")))
    try house.at("14:01", .promiseAdd(id: "bun", dueAt: house.instant("16:00")))
    try house.at("14:02", .promiseKept(id: "bun"))
    let start = house.engine.shift(at: try house.instant("15:00")).start
    #expect(house.engine.promises(since: start, at: try house.instant("15:00")).map(\.id) == ["story", "park"])
  }

  @Test("the last rung that a child was told of a change; what was for the carer alone is not among them")
  func said() throws {
    var house = try house()
    let id = TransitionID(date: house.date, step: "tablet-ends", child: "otter")
    try house.run(to: "17:06")
    #expect(house.engine.lastSaid(of: id) == nil)
    try house.run(to: "17:12")
    #expect(house.engine.lastSaid(of: id)?.rung == "15")
  }

  @Test("what makes no sense is refused, with what to type")
  func refused() throws {
    var house = try house()
    for handover in [
      Handover(calm: ["otter"], wobbly: ["ott"]), Handover(calm: ["fox"]), Handover(level: 6), Handover(line: ""),
      Handover(choices: ["Shoes or boots"]), Handover(line: "a\nb"), Handover(helped: [""]),
      Handover(line: String(repeating: "a", count: 201)),
    ] {
      #expect(throws: Refusal.self) { try house.at("12:00", .handover(handover)) }
    }
    #expect(house.ledger.acts.isEmpty)
  }

  @Test("it says nothing and moves nothing")
  func silent() throws {
    var house = try house()
    try house.at("17:00", .handover(Handover(calm: ["otter", "wren"], line: "a good hour")))
    try house.run(to: "17:06")
    #expect(house.said() == ["17:05 ros: tablet-ends/otter/P20 20m"])
  }
}
