import Testing

@testable import HavenCore

/// While it is not safe, nothing rings at all.
struct UnsafeTests {
  private func family() throws -> Family {
    var family = try Family(
      carers: ["ros", "imani"],
      """
      13:00 lunch        food water
      16:30 tablet
      17:25 tablet-ends  hard
      20:30 bed          sleep
      """)
    try family.add(goal: "walk") { $0.windows = [try window("18:00-19:00")] }
    return family
  }

  @Test("everything is suppressed until it is off, for every carer")
  func everything() throws {
    var house = try House(family(), from: "2026-03-10T12:00")
    try house.at("14:00", .unsafe(on: true), by: "imani")
    try house.at("16:00", .promiseAdd(id: "kite", dueAt: try house.instant("19:30")))
    try house.at("17:30", .tagOut(seconds: 600))
    try house.run(to: "21:00")
    #expect(house.said() == [])
    #expect(house.state("tablet-ends/otter/0") == "suppressed: unsafe")
    #expect(house.state("digest/ros") == "suppressed: unsafe")
  }

  @Test("when it is off the ladder goes on, and nothing is made up for")
  func off() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.at("17:00", .unsafe(on: true))
    try house.at("17:21", .unsafe(on: false))
    try house.run(to: "18:00")
    #expect(house.said() == ["17:23 ros: tablet-ends/otter/L2 2m", "17:25 ros: tablet-ends/otter/0 0m"])
  }

  @Test("it lasts over midnight, and a second `on` changes nothing")
  func lasts() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.at("17:00", .unsafe(on: true))
    try house.at("17:10", .unsafe(on: true))
    try house.at("2026-03-11T17:21", .unsafe(on: false))
    try house.run(to: "2026-03-11T17:24")
    #expect(house.said() == ["03-11 17:23 ros: tablet-ends/otter/L2 2m"])
  }
}
