import Testing

@testable import HavenCore

/// Half an hour of nothing, for the one who asked.
struct HushTests {
  private func house() throws -> House {
    try House(.evening(carers: ["ros", "imani"]), from: "2026-03-10T16:00")
  }

  @Test("it suppresses every rung to the carer who typed it, and hands none to another")
  func suppresses() throws {
    var house = try house()
    try house.at("17:06", .hush(seconds: 840))
    try house.run(to: "18:00")
    #expect(
      house.said() == [
        "17:05 ros: tablet-ends/otter/P20 20m", "17:20 ros: tablet-ends/otter/5 5m",
        "17:23 ros: tablet-ends/otter/L2 2m", "17:25 ros: tablet-ends/otter/0 0m",
      ])
    #expect(house.state("tablet-ends/otter/15") == "suppressed: hush")
  }

  @Test("another carer's hush changes nothing")
  func another() throws {
    var house = try house()
    try house.at("17:06", .hush(seconds: 1800), by: "imani")
    try house.run(to: "17:11")
    #expect(house.said().count == 2)
  }

  @Test("it begins at once and ends to the second")
  func ends() throws {
    var house = try house()
    try house.at("17:10", .hush(seconds: 600))
    try house.run(to: "17:21")
    #expect(house.said() == ["17:05 ros: tablet-ends/otter/P20 20m", "17:20 ros: tablet-ends/otter/5 5m"])
  }

  @Test("a carer's own lines are dropped in it")
  func ownLines() throws {
    var house = try house()
    try house.at("20:20", .hush(seconds: 1800))
    try house.run(to: "21:00")
    #expect(house.said(.digest) == ["20:30 imani: digest"])
    #expect(house.state("digest/ros") == "suppressed: hush")
  }

  @Test("a swap does not ring a carer who hushed")
  func swap() throws {
    var house = try house()
    try house.at("16:40", .hush(seconds: 1800), by: "imani")
    try house.at("16:45", .tagOut(seconds: nil))
    try house.run(to: "16:46")
    #expect(house.said(.swap) == [])
  }

  @Test("it lasts a minute to a day", arguments: [0, 59, 86_401])
  func bounds(seconds: Int) throws {
    var house = try house()
    #expect(throws: Refusal.self) { try house.at("16:10", .hush(seconds: seconds)) }
  }
}
