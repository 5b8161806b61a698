import Testing

@testable import HavenCore

/// What is kept of a hard moment can be changed and erased, in the ledger too, and `undo` is exact.
@Suite("The record of a hard moment")
struct HardRecordTests {
  private func house() throws -> House {
    let family = try Family(
      carers: ["ros", "imani"], children: ["otter 5", "wren 5"],
      """
      16:00 play
      17:25 tablet-ends  otter hard
      18:50 bath         otter hard
      """)
    var house = try House(family, from: "2026-03-10T16:30")
    try house.at("17:02", .hard(HardMoment(child: "otter", tags: ["tired"], note: "a")))
    return house
  }

  private func text(_ house: House) -> [String] {
    house.engine.facts.hardMoments.map { "\($0.act) \($0.child ?? "all") \($0.size) \($0.tags) \($0.note ?? "-")" }
  }

  private func kept(_ house: House) -> [Command] { house.ledger.history(aliveAt: house.now).acts.map(\.command) }

  @Test("an edit changes what it gives and leaves the rest; the ledger has only what is true now")
  func edit() throws {
    var house = try house()
    let reply = try house.at(
      "17:30", .hardEdit(moment: nil, HardEdit(size: 3, tags: ["hungry", "change"], note: "")), by: "imani")
    #expect(reply.lines == ["changed: 1"])
    #expect(text(house) == [#"1 otter 3 ["hungry", "change"] -"#])
    #expect(
      kept(house) == [
        .hard(HardMoment(child: "otter", size: 3, tags: ["hungry", "change"])), .hardEdit(moment: 1, HardEdit()),
      ])
  }

  @Test("another hour puts it to the change of that hour, and what rests with it")
  func anotherHour() throws {
    var house = try house()
    let earlier = try house.instant("16:40"), later = try house.instant("17:31")
    try house.at("17:31", .hardEdit(moment: 1, HardEdit(at: earlier)))
    #expect(house.engine.facts.hardMoments.map(\.step) == [nil])
    try house.at("17:32", .hard(HardMoment(child: "otter", at: later)))
    #expect(house.engine.facts.hardMoments.map(\.step) == [nil, "tablet-ends"])
    #expect(throws: Refusal.self) { try house.at("17:33", .hardEdit(moment: 1, HardEdit(at: later))) }
  }

  @Test("what is erased is nowhere any more, and holds nothing back")
  func delete() throws {
    var house = try house()
    try house.at("17:03", .hardDelete(moment: 1))
    #expect(text(house).isEmpty)
    #expect(kept(house) == [.hardDelete(moment: 1)])
    try house.run(to: "17:06")
    #expect(house.state("tablet-ends/otter/P20") == "shown")
  }

  @Test("undo brings back what was changed and what was erased, in the ledger too")
  func undo() throws {
    for act in [Command.hardEdit(moment: 1, HardEdit(child: "wren", note: "b")), .hardDelete(moment: 1)] {
      var house = try house()
      let (before, rows) = (text(house), kept(house))
      try house.at("17:03", act)
      try house.undo(at: "17:04")
      #expect(text(house) == before && kept(house) == rows)
      house.restart(aliveAt: house.now)
      #expect(text(house) == before)
    }
  }

  @Test("after a restart what was erased does not come back, and Haven says so")
  func undoAfterRestart() throws {
    var house = try house()
    try house.at("17:03", .hardDelete(moment: 1))
    house.restart(aliveAt: house.now)
    #expect(throws: Refusal.self) { try house.undo(at: "17:04") }
    #expect(text(house).isEmpty)
  }

  @Test("an edit that outlives its record brings nothing back")
  func editOfWhatWasTakenBack() throws {
    var house = try house()
    try house.at("17:03", .hardEdit(moment: 1, HardEdit(size: 1)), by: "imani")
    try house.undo(at: "17:04", by: "ros")
    try house.undo(at: "17:05", by: "imani")
    #expect(text(house).isEmpty)
  }

  @Test("one that is not there is told with what to type; with none at all it is a truthful no")
  func missing() throws {
    var house = try house()
    #expect(throws: Refusal("no hard moment '7'", hint: "havenctl hard list")) {
      try house.at("17:03", .hardDelete(moment: 7))
    }
    try house.at("17:03", .hardDelete(moment: nil))
    #expect(throws: Refusal("no hard moment is recorded", isTruthfulNo: true)) {
      try house.at("17:04", .hardDelete(moment: nil))
    }
  }

  @Test("a tag is one word; one that judges is kept in a gentler one")
  func tags() throws {
    var house = try house()
    let moment = HardMoment(
      child: "wren", tags: ["Missing someone", "defiant", "attention-seeking", "tired"], helped: ["Trampoline"])
    try house.at("17:10", .hard(moment))
    #expect(
      house.engine.facts.hardMoments[1].tags == [
        "missing-someone", "not-able-to-yet", "looking-for-connection", "tired",
      ])
    #expect(house.engine.facts.hardMoments[1].helped == ["trampoline"])
    #expect(throws: Refusal.self) { try house.at("17:11", .hard(HardMoment(tags: ["left the room; came back"]))) }
  }

  @Test("what helped most often stands first, then what the family wrote, in its order")
  func helps() throws {
    var house = try house()
    var otter = Child(id: "otter")
    otter.helps = ["a drink", "ten on the trampoline", "the porch"]
    try house.at("17:10", .hard(HardMoment(child: "otter", helped: ["the-porch", "music"])))
    try house.at("17:11", .hard(HardMoment(helped: ["music"])))
    try house.at("17:12", .hard(HardMoment(child: "wren", helped: ["a-drink", "a-drink"])))
    #expect(house.engine.helps([otter]) == ["music", "the porch", "a drink", "ten on the trampoline"])
  }

  @Test("the family's list of help is pointed to after size 3, and after three within a day")
  func pointsToHelp() throws {
    var house = try house()
    try house.at("18:00", .hard(HardMoment(child: "wren", size: 1)))
    try house.at("2026-03-11T17:01", .hard(HardMoment()))
    try house.at("2026-03-11T17:40", .hard(HardMoment(size: 1)))
    try house.at("2026-03-12T17:00", .hard(HardMoment(size: 3)))
    let facts = house.engine.facts
    #expect(facts.hardMoments.map(facts.pointsToHelp) == [false, false, true, true, true])
  }
}
