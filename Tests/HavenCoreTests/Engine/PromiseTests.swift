import Testing

@testable import HavenCore

/// A promise is told to who made it, in time to keep it.
struct PromiseTests {
  private func house(_ carers: String..., from: String = "2026-03-10T09:00") throws -> House {
    try House(Family(carers: carers.isEmpty ? ["ros quiet never"] : carers, ""), from: from)
  }

  private func promises(_ house: House, to end: String = "2026-03-20") throws -> [String] {
    var house = house
    try house.run(to: end)
    return house.said(.promise)
  }

  private func add(_ id: String, _ due: String, _ house: House) throws -> Command {
    .promiseAdd(id: id, dueAt: try house.instant(due))
  }

  @Test("twenty-four hours and two hours before")
  func both() throws {
    var house = try house()
    try house.at("10:00", add("kite", "2026-03-12T17:00", house))
    #expect(try promises(house) == ["03-11 17:00 ros: promise kite 24h", "03-12 15:00 ros: promise kite 2h"])
  }

  @Test("only those still ahead when it was made")
  func ahead() throws {
    var house = try house()
    try house.at("10:00", add("kite", "2026-03-11T09:00", house))
    #expect(try promises(house) == ["03-11 07:00 ros: promise kite 2h"])
  }

  @Test("half an hour before, where neither is; nothing where even that is past")
  func short() throws {
    for (due, said) in [
      ("11:45", ["11:15 ros: promise kite 30m"]), ("12:00", ["11:30 ros: promise kite 30m"]),
      ("12:01", ["10:01 ros: promise kite 2h"]), ("10:30", []),
    ] {
      var house = try house()
      try house.at("10:00", add("kite", due, house))
      #expect(try promises(house, to: "2026-03-11") == said)
    }
  }

  @Test("moved, its lines follow the new time, counted from the move")
  func moved() throws {
    var house = try house()
    try house.at("10:00", add("kite", "2026-03-12T17:00", house))
    try house.at("2026-03-12T16:00", .promiseMoved(id: "kite", dueAt: try house.instant("2026-03-13T10:00")))
    #expect(
      try promises(house) == [
        "03-11 17:00 ros: promise kite 24h", "03-12 15:00 ros: promise kite 2h", "03-13 08:00 ros: promise kite 2h",
      ])
  }

  @Test("kept or mended, nothing more is told")
  func closed() throws {
    for act in [Command.promiseKept(id: "kite"), .promiseRepaired(id: "kite")] {
      var house = try house()
      try house.at("10:00", add("kite", "2026-03-12T17:00", house))
      try house.at("2026-03-11T18:00", act)
      #expect(try promises(house) == ["03-11 17:00 ros: promise kite 24h"])
    }
  }

  @Test("to who made it, also where another has moved it")
  func maker() throws {
    var house = try house("ros", "imani")
    try house.at("10:00", add("kite", "2026-03-12T17:00", house), by: "imani")
    try house.at("11:00", .promiseMoved(id: "kite", dueAt: try house.instant("2026-03-12T18:00")), by: "ros")
    #expect(try promises(house) == ["03-11 18:00 imani: promise kite 24h", "03-12 16:00 imani: promise kite 2h"])
  }

  @Test("a name can be given again once the promise is closed")
  func again() throws {
    var house = try house()
    try house.at("10:00", add("kite", "12:30", house))
    let refusal = #expect(throws: Refusal.self) { try house.at("10:05", add("kite", "13:00", house)) }
    #expect(refusal?.text == "there is a promise 'kite' already")
    try house.at("11:00", .promiseKept(id: "kite"))
    try house.at("11:01", add("kite", "15:00", house))
    #expect(try promises(house) == ["10:30 ros: promise kite 2h", "13:00 ros: promise kite 2h"])
  }

  @Test("a promise is for a time to come, and is named as it was made")
  func refused() throws {
    var house = try house()
    #expect(throws: Refusal.self) { try house.at("10:00", add("kite", "10:00", house)) }
    let refusal = #expect(throws: Refusal.self) { try house.at("10:00", .promiseKept(id: "kit")) }
    #expect(refusal?.text == "no promise 'kit'")
  }

  @Test("open promises of a date can be asked for")
  func open() throws {
    var house = try house()
    try house.at("10:00", add("kite", "17:00", house))
    try house.at("10:01", add("swim", "2026-03-11T17:00", house))
    #expect(house.engine.openPromises(on: house.date).map(\.id) == ["kite"])
    try house.at("10:02", .promiseKept(id: "kite"))
    #expect(house.engine.openPromises(on: house.date).isEmpty)
  }
}
