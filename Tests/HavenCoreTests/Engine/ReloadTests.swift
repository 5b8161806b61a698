import Testing

@testable import HavenCore

/// The family edits its config in the middle of a day.
struct ReloadTests {
  private func house() throws -> House { try House(.evening(carers: ["ros", "imani"]), from: "2026-03-10T16:00") }

  private let whole = [
    "17:05 ros: tablet-ends/otter/P20 20m", "17:10 ros: tablet-ends/otter/15 15m", "17:20 ros: tablet-ends/otter/5 5m",
    "17:23 ros: tablet-ends/otter/L2 2m", "17:25 ros: tablet-ends/otter/0 0m",
  ]

  @Test(
    "the same files read again in the middle of a ladder repeat nothing and lose nothing",
    arguments: [
      "17:04", "17:05", "17:09", "17:10", "17:11", "17:25",
    ])
  func same(at: String) throws {
    var house = try house()
    try house.reload(at: at) { _ in }
    try house.run(to: "18:00")
    #expect(house.said() == whole)
  }

  @Test("a step moved in the file keeps its identity: what was said is not said again")
  func moved() throws {
    var house = try house()
    try house.reload(at: "17:12") { try $0.change(step: "tablet-ends") { $0.at = try time("17:40") } }
    try house.run(to: "18:00")
    #expect(
      house.said() == whole.prefix(2) + [
        "17:35 ros: tablet-ends/otter/5 5m", "17:38 ros: tablet-ends/otter/L2 2m", "17:40 ros: tablet-ends/otter/0 0m",
      ])
  }

  @Test("a rung that the new ladder puts in the past is never said, and is recorded")
  func past() throws {
    var house = try house()
    try house.reload(at: "17:18") { try $0.change(step: "tablet-ends") { $0.ladder = .rungs(try rungs("12 L2 0")) } }
    try house.run(to: "18:00")
    #expect(house.said() == whole.prefix(2) + whole.suffix(2))
    #expect(house.state("tablet-ends/otter/12") == "cancelled: replanned")
  }

  @Test("a step that is gone from the file is gone, with its snoozes and what was held")
  func gone() throws {
    var house = try house()
    try house.at("17:11", .snooze(cue: "2026-03-10/tablet-ends/otter/15", seconds: 180))
    try house.reload(at: "17:12") { $0.household.routines[0].steps.removeLast() }
    try house.run(to: "18:00")
    #expect(house.said() == Array(whole.prefix(2)))
    #expect(house.state("tablet-ends/otter/15") == "cancelled: skipped-step")

    var held = try self.house()
    try held.at("17:08", .inhibited(true))
    try held.reload(at: "17:12") { $0.household.routines[0].steps.removeLast() }
    try held.at("17:14", .inhibited(false))
    try held.run(to: "18:00")
    #expect(held.said() == Array(whole.prefix(1)))
    #expect(held.state("tablet-ends/otter/15") == "cancelled: skipped-step")
  }

  @Test("a child taken out of the file is never spoken of again")
  func child() throws {
    var house = try House(
      Family(children: ["otter 5", "wren 5"], "16:00 play\n17:00 bath [15 5 0]"), from: "2026-03-10T16:30")
    try house.reload(at: "16:50") { $0.household.children.removeLast() }
    try house.run(to: "18:00")
    #expect(
      house.said() == [
        "16:45 ros: bath/otter/15 15m, bath/wren/15 15m", "16:55 ros: bath/otter/5 5m", "17:00 ros: bath/otter/0 0m",
      ])
  }

  @Test("what was done stays done: a delay, a skip, a mode, a hush")
  func facts() throws {
    var house = try house()
    try house.at("16:40", .delay(step: "tablet-ends", minutes: 10))
    try house.at("17:16", .hush(seconds: 300))
    try house.reload(at: "17:17") { _ in }
    try house.run(to: "17:31")
    #expect(house.said() == ["17:15 ros: tablet-ends/otter/P20 20m", "17:30 ros: tablet-ends/otter/5 5m"])
    #expect(house.state("tablet-ends/otter/15") == "suppressed: hush")
  }

  @Test("quiet hours that are new hold from now on")
  func quiet() throws {
    var house = try house()
    try house.reload(at: "17:12") { try $0.change("ros") { $0.quiet = [try window("17:00-17:24")] } }
    try house.run(to: "18:00")
    #expect(house.said() == whole.prefix(2) + whole.suffix(1))
  }

  @Test("a digest moved to a time that is past is not said twice, one moved ahead is said then")
  func digest() throws {
    var house = try House(Family(""), from: "2026-03-10T19:00")
    try house.reload(at: "20:00") { $0.household.settings.digest = try time("20:45") }
    try house.reload(at: "20:50") { $0.household.settings.digest = try time("21:00") }
    try house.run(to: "21:10")
    #expect(house.said() == ["20:45 ros: digest"])
  }
}
