import Testing

@testable import HavenCore

/// A booked respite is told to those it is for, a week and two hours ahead.
struct RespiteBookingTests {
  private func house() throws -> House {
    try House(
      Family(carers: ["ros", "imani", "jo"], children: ["otter 5 key:jo,imani", "wren 3"], ""), from: "2026-03-10T09:00"
    )
  }

  private func told(
    _ lane: Lane, booked: String = "2026-03-10T10:00", _ stay: String = "2026-03-21T10:00/2026-03-21T13:00"
  ) throws -> [String] {
    var house = try house()
    let stay = try span(stay)
    try house.at(booked, .respiteBook(lane: lane, from: stay.start, to: stay.end))
    try house.run(to: "2026-03-23")
    return house.said(.respite, .tell)
  }

  @Test("a carer's own time is told to that carer")
  func solo() throws {
    #expect(
      try told(.solo("ros")) == ["03-14 20:30 ros: respite solo:ros 9450m", "03-21 08:00 ros: respite solo:ros 2h"])
  }

  @Test("a couple's to all carers, a sibling's to that child's key carers, or all where there are none")
  func others() throws {
    func carers(_ lane: Lane) throws -> [String] {
      try told(lane).filter { $0.hasPrefix("03-21") }.map { String($0.split(separator: " ")[2].dropLast()) }
    }
    #expect(try carers(.couple) == ["ros", "imani", "jo"])
    #expect(try carers(.sibling("otter")) == ["jo", "imani"])
    #expect(try carers(.sibling("wren")) == ["ros", "imani", "jo"])
  }

  @Test("only what is still ahead when it is booked")
  func late() throws {
    #expect(try told(.solo("ros"), booked: "2026-03-14T20:30") == ["03-21 08:00 ros: respite solo:ros 2h"])
    #expect(try told(.solo("ros"), booked: "2026-03-21T08:00") == [])
  }

  @Test("weekly windows give no lines")
  func weekly() throws {
    var family = try Family("")
    var lane = RespiteLane(lane: .solo("ros"))
    lane.weekly = [try window("Tue 10:00-12:00")]
    family.household.respite = [lane]
    var house = try House(family)
    try house.run(to: "2026-03-25")
    #expect(house.said(.respite) == [])
  }

  @Test("cancelled, nothing is told; what is not booked cannot be cancelled")
  func cancel() throws {
    var house = try house()
    let stay = try span("2026-03-21T10:00/2026-03-21T13:00")
    let cancel = Command.respiteCancel(lane: .solo("ros"), from: stay.start)
    #expect(throws: Refusal.self) { try house.at("09:30", cancel) }
    try house.at("10:00", .respiteBook(lane: .solo("ros"), from: stay.start, to: stay.end))
    try house.at("11:00", cancel)
    try house.run(to: "2026-03-22")
    #expect(house.said(.respite) == [])
  }

  @Test("it ends after it begins, and its lane is somebody's")
  func refused() throws {
    var house = try house()
    let stay = try span("2026-03-21T10:00/2026-03-21T13:00")
    #expect(throws: Refusal.self) { try house.at("10:00", .respiteBook(lane: .couple, from: stay.end, to: stay.start)) }
    #expect(throws: Refusal.self) {
      try house.at("10:00", .respiteBook(lane: .solo("kim"), from: stay.start, to: stay.end))
    }
    try house.at("10:00", .respiteBook(lane: .solo("im"), from: stay.start, to: stay.end))
    #expect(house.ledger.acts.map(\.command) == [.respiteBook(lane: .solo("imani"), from: stay.start, to: stay.end)])
  }
}
