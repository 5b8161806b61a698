import Testing

@testable import HavenCore

@Suite("The return of a booking is a promise")
struct ReturnTests {
  private func house(_ carers: [String] = ["ros", "imani"]) throws -> House {
    try House(Family(carers: carers, children: ["otter 5"], ""), from: "2026-03-10T09:00")
  }

  private func book(
    _ lane: Lane, _ stay: String = "2026-03-10T10:00/2026-03-10T13:00"
  ) throws -> Command {
    let stay = try span(stay)
    return .respiteBook(lane: lane, from: stay.start, to: stay.end)
  }

  private func open(_ house: House) -> [String] {
    house.engine.openPromises(on: house.date).map {
      "\($0.id) \($0.carer) \(house.engine.zone.civil(at: $0.dueAt).time)"
    }
  }

  private func outcomes(_ house: House) -> [FigureRecords.PromiseOutcome] {
    FigureRecords.PromiseOutcome.each(
      of: house.ledger.acts, dueFrom: house.date, through: house.date, zone: house.engine.zone, now: house.now)
  }

  @Test("at its exact end; of a carer's own time it is theirs, else of who booked it")
  func made() throws {
    var house = try house()
    let reply = try house.at("09:10", book(.solo("imani")))
    #expect(reply.lines[1] == "back at 13:00 on Tue 10 March is a promise; 'havenctl respite' has what else helps")
    try house.at("09:11", book(.couple, "2026-03-10T18:00/2026-03-10T22:00"), by: "imani")
    try house.at("09:12", book(.sibling("otter"), "2026-03-10T15:00/2026-03-10T16:00"))
    #expect(
      open(house) == [
        "back-imani-2026-03-10 imani 13:00", "back-couple-2026-03-10 imani 22:00",
        "back-otter-2026-03-10 ros 16:00",
      ])
  }

  @Test("it gives no line of its own on a screen")
  func silent() throws {
    var house = try house()
    try house.at("09:10", book(.solo("ros"), "2026-03-12T10:00/2026-03-12T13:00"))
    try house.run(to: "2026-03-14")
    #expect(house.said(.promise) == [])
  }

  @Test("it goes with its booking, and undo takes both back exactly")
  func gone() throws {
    var house = try house()
    try house.at("09:10", book(.solo("ros")))
    try house.undo(at: "09:11")
    #expect(open(house) == [])
    try house.at("09:12", book(.solo("ros")))
    try house.at("09:13", .respiteCancel(lane: .solo("ros"), from: try civil("2026-03-10T10:00")))
    #expect(open(house) == [])
    try house.undo(at: "09:14")
    #expect(open(house) == ["back-ros-2026-03-10 ros 13:00"])
  }

  @Test("booked again with another end, there is one return")
  func again() throws {
    var house = try house()
    try house.at("09:10", book(.solo("ros")))
    try house.at("09:11", book(.solo("ros"), "2026-03-10T10:00/2026-03-10T14:00"))
    #expect(open(house) == ["back-ros-2026-03-10 ros 14:00"])
  }

  @Test("kept or moved like any other, by its name")
  func kept() throws {
    var house = try house()
    try house.at("09:10", book(.solo("ros")))
    try house.at("09:11", .promiseMoved(id: "back-ros", dueAt: try house.instant("14:00")))
    #expect(open(house) == ["back-ros-2026-03-10 ros 14:00"])
    try house.at("14:00", .promiseKept(id: "back-ros"))
    #expect(open(house) == [])
    #expect(
      outcomes(house).map(\.state) == [.movedInTime])
  }

  @Test("of one that nobody spoke of nothing is counted, and after a day nothing is asked")
  func unspoken() throws {
    var house = try house()
    try house.at("09:10", book(.solo("ros")))
    try house.run(to: "20:00")
    #expect(outcomes(house).isEmpty)
    #expect(house.engine.promiseList(since: house.date, now: house.now).map(\.id) == ["back-ros-2026-03-10"])
    try house.run(to: "2026-03-11T13:01")
    #expect(house.engine.promiseList(since: house.date, now: house.now).isEmpty)
  }

  @Test("two that end on one date are told apart by their time")
  func names() throws {
    var house = try house()
    try house.at("09:10", book(.solo("ros")))
    try house.at("09:11", book(.solo("ros"), "2026-03-10T15:00/2026-03-10T16:30"))
    #expect(open(house).map { $0.prefix { $0 != " " } } == ["back-ros-2026-03-10", "back-ros-2026-03-10-1630"])
  }
}
