import Testing

@testable import HavenCore

/// With nobody on duty a rung waits, and is caught up when somebody is.
struct NobodyOnDutyTests {
  private let gone = "ros away 17:08-17:14"

  private func house(_ carers: String...) throws -> House {
    try House(.evening(carers: carers), from: "2026-03-10T16:00")
  }

  @Test("a rung is held, and told with the time truly left when a window ends")
  func windowEnds() throws {
    var house = try house(gone)
    try house.run(to: "17:13")
    #expect(house.state("tablet-ends/otter/15") == "held: nobody-on-duty")
    #expect(house.engine.heldCues().map { "\($0.id.rung)" } == ["15"])
    try house.run(to: "18:00")
    #expect(
      house.said() == [
        "17:05 ros: tablet-ends/otter/P20 20m", "17:14 ros: catch-up tablet-ends/otter/15 11m",
        "17:20 ros: tablet-ends/otter/5 5m", "17:23 ros: tablet-ends/otter/L2 2m", "17:25 ros: tablet-ends/otter/0 0m",
      ])
  }

  @Test("a window that begins as a rung is due holds it, and Haven does not ask again and again")
  func windowBegins() throws {
    var house = try house("ros away 17:10-17:14")
    try house.run(to: "17:15")
    #expect(house.said().last == "17:14 ros: catch-up tablet-ends/otter/15 11m")
  }

  @Test("only the latest of several is told, and nothing where a rung is near")
  func latest() throws {
    var house = try house("ros away 17:00-17:14")
    try house.run(to: "17:15")
    #expect(house.said() == ["17:14 ros: catch-up tablet-ends/otter/15 11m"])
    #expect(house.state("tablet-ends/otter/P20") == "missed: superseded")

    var near = try self.house("ros away 17:08-17:19")
    try near.run(to: "17:21")
    #expect(near.said().last == "17:20 ros: tablet-ends/otter/5 5m")
    #expect(near.state("tablet-ends/otter/15") == "missed: superseded")
  }

  @Test("what is more than two minutes past when somebody comes is missed")
  func past() throws {
    var house = try house("ros away 17:08-17:28")
    try house.run(to: "18:00")
    #expect(house.said() == ["17:05 ros: tablet-ends/otter/P20 20m"])
    #expect(house.state("tablet-ends/otter/0") == "missed: past")
  }

  @Test("it goes to whoever comes, and the others are still away")
  func somebodyElse() throws {
    var house = try house("ros away 17:08-19:00", "imani away 16:00-17:12")
    try house.run(to: "17:13")
    #expect(house.said().last == "17:12 imani: catch-up tablet-ends/otter/15 13m")
  }

  @Test("it goes on waiting while those who come are not the last to go")
  func stillNobody() throws {
    var house = try house("ros away 17:08-17:18", "imani asleep 17:00-17:11")
    try house.run(to: "17:12")
    #expect(house.said().last == "17:11 imani: catch-up tablet-ends/otter/15 14m")
    #expect(house.engine.heldCues().isEmpty)
  }

  @Test("taking duty, and taking a tag-out back, release what is held at once")
  func release() throws {
    for (name, act) in [
      ("tag in", { (house: inout House) in _ = try house.at("17:14", .tagIn) }),
      ("undo", { house in _ = try house.undo(at: "17:14") }),
    ] {
      var house = try house("ros")
      try house.at("17:06", .tagOut(seconds: nil))
      try act(&house)
      try house.run(to: "17:15")
      expectReleased(house, name)
    }
    var duty = try house(gone)
    try duty.at("17:12", .duty(carer: "ros"))
    try duty.run(to: "17:13")
    let said = duty.said().last
    #expect(said == "17:12 ros: catch-up tablet-ends/otter/15 13m")
  }

  @Test("a respite that is cancelled, and a reload, release what is held at once")
  func releaseByPlan() throws {
    var cancelled = try house("ros")
    let from = try civil("2026-03-10T17:08")
    try cancelled.at("16:10", .respiteBook(lane: .solo("ros"), from: from, to: try civil("2026-03-10T21:00")))
    try cancelled.at("17:14", .respiteCancel(lane: .solo("ros"), from: from))
    try cancelled.run(to: "17:15")
    expectReleased(cancelled, "respite cancel")

    var reloaded = try house("ros away 17:08-19:00")
    try reloaded.reload(at: "17:14") { try $0.change("ros") { $0.away = [] } }
    try reloaded.run(to: "17:15")
    expectReleased(reloaded, "reload")
  }

  private func expectReleased(_ house: House, _ name: String) {
    #expect(house.said().last == "17:14 ros: catch-up tablet-ends/otter/15 11m", "after \(name)")
  }

  @Test("a snoozed cue waits too, without being asked for again and again")
  func snoozed() throws {
    var house = try house("ros away 17:14-17:17")
    try house.at("17:11", .snooze(cue: "2026-03-10/tablet-ends/otter/15", seconds: 240))
    try house.run(to: "17:18")
    #expect(house.said().last == "17:17 ros: tablet-ends/otter/15 8m")
  }

  @Test("without an adult all day, every rung ends as missed")
  func allDay() throws {
    var house = try house("ros away 00:00-23:59")
    try house.run(to: "2026-03-11")
    #expect(house.said(.cue, .catchUp) == [])
    for rung in ["P20", "15", "5", "L2", "0"] {
      #expect(house.state("tablet-ends/otter/\(rung)")?.hasPrefix("missed") == true)
    }
  }
}
