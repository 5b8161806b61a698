import Testing

@testable import HavenCore

@Suite("What becomes of a promise, and what is said of it")
struct PromiseOutcomeTests {
  private func house(_ carers: [String] = ["ros"]) throws -> House {
    try House(Family(carers: carers, ""), from: "2026-03-10T09:00")
  }

  private func outcome(_ play: (inout House) throws -> Void) throws -> [FigureRecords.PromiseOutcome.State] {
    var house = try house()
    try house.at("10:00", .promiseAdd(id: "kite", dueAt: try house.instant("17:00")))
    try play(&house)
    try house.run(to: "2026-03-12")
    return FigureRecords.PromiseOutcome.each(
      of: house.ledger.acts, dueFrom: house.date, through: house.date + 1, zone: house.engine.zone, now: house.now
    ).map(\.state)
  }

  private func move(_ house: House) throws -> Command {
    .promiseMoved(id: "kite", dueAt: try house.instant("2026-03-11T17:00"))
  }

  @Test("kept, and told before it changed, are both trust kept")
  func kept() throws {
    #expect(try outcome { try $0.at("17:30", .promiseKept(id: "kite")) } == [.kept])
    #expect(
      try outcome {
        try $0.at("16:00", move($0))
        try $0.at("2026-03-11T17:00", .promiseKept(id: "kite"))
      } == [.movedInTime])
  }

  @Test("moved once its time was past, it was made good, not told in time")
  func late() throws {
    #expect(
      try outcome {
        try $0.at("17:01", move($0))
        try $0.at("2026-03-11T17:00", .promiseKept(id: "kite"))
      } == [.missedRepaired])
    #expect(try outcome { try $0.at("18:00", .promiseRepaired(id: "kite")) } == [.missedRepaired])
    #expect(try outcome { _ in } == [.missed])
  }

  @Test("moved in time, the reply says what keeps the trust; moved late, it says nothing of it")
  func told() throws {
    var house = try house()
    try house.at("10:00", .promiseAdd(id: "kite", dueAt: try house.instant("17:00")))
    #expect(try house.at("16:00", move(house)).lines.last == "told before the old time comes, it counts as kept")
    let late = Command.promiseMoved(id: "kite", dueAt: try house.instant("2026-03-12T17:00"))
    #expect(try house.at("2026-03-11T18:00", late).lines == ["promise moved: kite"])
  }

  @Test(
    "one that hangs on somebody else is answered with 'promise your part only'",
    arguments: [
      ("mum-will-come", nil, nil, "they"), ("kite", nil, "nan", "nan"), ("kite", "Dad rings on Sunday", nil, "they"),
      ("oma-kommt", nil, nil, "they"),
    ] as [(String, String?, String?, String)])
  func third(id: String, note: String?, on: String?, whom: String) throws {
    var house = try house()
    let reply = try house.at("10:00", .promiseAdd(id: id, dueAt: try house.instant("17:00"), on: on, note: note))
    #expect(
      reply.lines.last == "promise your part only: what you will do yourself, whether or not \(whom) can")
  }

  @Test(
    "one's own, whatever the children call one, and a thing that is nobody's to do, are left alone",
    arguments: [("kite", nil), ("see-the-ducks", nil), ("mum-comes-to-swim", nil), ("mums-scarf", nil)]
      as [(String, String?)])
  func own(id: String, note: String?) throws {
    var house = try house(["mum"])
    let reply = try house.at("10:00", .promiseAdd(id: id, dueAt: try house.instant("17:00"), note: note))
    #expect(reply.lines == ["promise: \(id)"])
  }

  @Test("whom it hangs on is a word, and its own words fit a screen")
  func words() throws {
    var house = try house()
    let due = try house.instant("17:00")
    let word = #expect(throws: Refusal.self) {
      try house.at("10:00", .promiseAdd(id: "kite", dueAt: due, on: "if nan can"))
    }
    #expect(word?.hint == "the promise itself goes in '--note -'")
    let long = String(repeating: "a", count: 281)
    #expect(throws: Refusal.self) { try house.at("10:00", .promiseAdd(id: "kite", dueAt: due, note: long)) }
    #expect(!Command.promiseAdd(id: "kite", dueAt: due, note: long).isInBounds)
    #expect(Command.promiseAdd(id: "kite", dueAt: due, on: "nan", note: "on the hill").isInBounds)
  }
}
