import Testing

@testable import HavenCore

/// The computer travels, or its zone is put right: the plan is the wall's, and nothing is said twice.
struct ZoneChangeTests {
  private func house(_ day: String = "08:00 wake [0]\n17:25 tablet-ends [15 5 0]") throws -> House {
    try House(Family(carers: ["ros quiet never"], day), from: "2026-03-10T06:00")
  }

  @Test("westward: what was said this morning is not said again, and the evening comes by the new wall")
  func west() throws {
    var house = try house()
    try house.changeZone(at: "12:00", to: "America/New_York")  // 12:00 there is 08:00 summer time
    try house.run(to: try utc("2026-03-11T04:00"))
    #expect(
      house.said(.cue) == [
        "04:00 ros: wake/otter/0 0m", "17:10 ros: tablet-ends/otter/15 15m", "17:20 ros: tablet-ends/otter/5 5m",
        "17:25 ros: tablet-ends/otter/0 0m",
      ])
    #expect(house.lines.filter { $0.kind == .cue }[1].at == (try utc("2026-03-10T21:10")))
  }

  @Test("eastward: what the change puts in the past is never said, and is recorded")
  func east() throws {
    var house = try house()
    try house.changeZone(at: "09:00", to: "Asia/Tokyo")  // 18:00 there
    try house.run(to: try utc("2026-03-10T14:00"))
    #expect(house.said(.cue).count == 1)
    #expect(house.state("tablet-ends/otter/0") == "cancelled: replanned")
  }

  @Test("a delay, a duty and a mode go on by the new wall")
  func facts() throws {
    var house = try house()
    try house.at("07:00", .delay(step: "tablet-ends", minutes: 10))
    try house.changeZone(at: "12:00", to: "America/New_York")
    try house.run(to: try utc("2026-03-10T22:00"))
    #expect(house.said(.cue).last == "17:35 ros: tablet-ends/otter/0 0m")
  }

  @Test("there and back within a ladder says each rung once")
  func back() throws {
    var house = try house()
    try house.changeZone(at: "17:12", to: "Europe/Berlin")
    try house.run(to: try utc("2026-03-10T17:13"))
    try house.changeZone(at: "18:14", to: "Europe/London")
    try house.run(to: "18:00")
    #expect(house.said(.cue).filter { $0.contains("tablet") }.count <= 3)
    let ids = house.lines.flatMap { $0.items.map(\.id) }
    #expect(Set(ids).count == ids.count)
  }

  @Test("the digest of an evening that comes twice is said once")
  func digest() throws {
    var house = try house()
    try house.changeZone(at: "20:45", to: "America/New_York")
    try house.run(to: try utc("2026-03-11T03:00"))
    #expect(house.said(.digest).count == 1)
  }
}
