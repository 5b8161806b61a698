import Testing

@testable import HavenCore

/// A locked screen says what is due in general words, or nothing, as the family has it.
struct LockedScreenTests {
  private func house(_ locked: WhenLocked, _ day: String? = nil) throws -> House {
    var family = try day.map { try Family($0) } ?? .evening()
    family.household.settings.whenLocked = locked
    return try House(family, from: "2026-03-10T16:00")
  }

  @Test("generic: what is due is said in general words, and what is up already is put in them")
  func generic() throws {
    var house = try house(.generic)
    try house.at("17:06", .locked(true))
    #expect(house.recreated.map(\.line.level) == [.generic])
    try house.run(to: "17:11")
    #expect(house.lines.map(\.level) == [.public, .generic])
    try house.at("17:12", .locked(false))
    #expect(house.recreated.map(\.line.level) == [.generic, .public])
    #expect(house.recreated.last?.line.items.map(\.secondsLeft) == [13 * 60])
    #expect(house.said() == ["17:05 ros: tablet-ends/otter/P20 20m", "17:10 ros: tablet-ends/otter/15 15m"])
  }

  @Test("nothing: what is up is taken down, what is due waits, and unlocking brings one line")
  func nothing() throws {
    var house = try house(.nothing)
    try house.at("17:06", .locked(true))
    #expect(house.closed == ["2026-03-10/tablet-ends/otter"])
    try house.run(to: "17:12")
    #expect(house.state("tablet-ends/otter/15") == "held: locked")
    #expect(house.engine.screenHold?.reason == .locked)
    #expect(house.engine.screenHold?.since == (try house.instant("17:06")))
    try house.at("17:14", .locked(false))
    try house.run(to: "17:21")
    #expect(
      house.said().dropFirst() == ["17:14 ros: catch-up tablet-ends/otter/15 11m", "17:20 ros: tablet-ends/otter/5 5m"])
    #expect(house.recreated.isEmpty)
  }

  @Test("nothing: a warning that was up and is still true is back when the screen is")
  func back() throws {
    var house = try house(.nothing)
    try house.at("17:06", .locked(true))
    try house.at("17:08", .locked(false))
    #expect(house.recreated.map(\.line.level) == [.public])
    #expect(house.recreated.map { $0.line.items[0].secondsLeft } == [17 * 60])
    #expect(house.said().count == 1)
    try house.press(.done, on: "tablet-ends/otter/P20", at: "17:09")
    #expect(house.state("tablet-ends/otter/P20") == "acknowledged")
  }

  @Test("a nudge in general words can be answered after the machine slept", arguments: [Answer.done, .notToday])
  func nudgeAfterSleep(answer: Answer) throws {
    var family = try Family(children: [], "09:00 school-gate")
    try family.add(goal: "walk") { $0.after = "school-gate" }
    var house = try House(family, from: "2026-03-10T08:00")
    try house.at("09:06", .locked(true))
    let again = try #require(house.recreated.last)
    let since = house.now
    house.jump(to: try house.instant("09:09"))
    house.handle(.resumed(since: since))
    house.handle(.pressed(again, answer))
    #expect(house.state("2026-03-10/nudge/walk") == (answer == .done ? "acknowledged" : "skipped"))
  }

  @Test("nothing: a restart that finds it locked says nothing, and catches up when it is unlocked")
  func restart() throws {
    var house = try house(.nothing)
    try house.at("17:06", .locked(true))
    try house.off("17:07", "17:12")
    try house.run(to: "17:13")
    #expect(house.said().count == 1)
    try house.at("17:14", .locked(false))
    #expect(house.said().last == "17:14 ros: catch-up tablet-ends/otter/15 11m")
  }

  @Test("a config saved while the screen is locked is followed at once, either way")
  func reload() throws {
    var house = try house(.generic)
    try house.at("17:06", .locked(true))
    try house.reload(at: "17:07") { $0.household.settings.whenLocked = .nothing }
    try house.run(to: "17:12")
    #expect(house.state("tablet-ends/otter/15") == "held: locked")
    try house.reload(at: "17:14") { $0.household.settings.whenLocked = .generic }
    #expect(house.said().last == "17:14 ros: catch-up tablet-ends/otter/15 11m")
    #expect(house.lines.last?.level == .generic)
  }

  @Test("do-not-disturb and a lock end with the longer of the two")
  func both() throws {
    var house = try house(.nothing)
    try house.at("17:06", .inhibited(true))
    try house.at("17:07", .locked(true))
    try house.at("17:11", .inhibited(false))
    try house.run(to: "17:12")
    #expect(house.said().count == 1)
    try house.at("17:14", .locked(false))
    #expect(house.said().last == "17:14 ros: catch-up tablet-ends/otter/15 11m")
  }

  @Test("the evening's line is put in general words too, once, and an answer to a line put up again is taken")
  func lines() throws {
    var family = try Family(children: [], "")
    family.household.settings.whenLocked = .generic
    try family.add(goal: "walk") { $0.windows = [try window("20:00-20:20")] }
    var house = try House(family, from: "2026-03-10T19:00")
    try house.at("20:05", .locked(true))
    #expect(house.recreated.map(\.line.kind) == [.nudge])
    let shown = try #require(house.desktop.values.first)
    house.handle(.pressed(shown, .done))
    #expect(house.state("nudge/walk/ros/20:00") ?? house.ledger.rows.last?.summary == "acknowledged")
    try house.at("20:31", .locked(false))
    #expect(house.recreated.map(\.line.kind) == [.nudge, .digest])
    try house.at("22:00", .locked(true))  // quiet hours: nothing is put up again
    #expect(house.recreated.count == 2)
  }

  @Test("a nudge of an hour ago is not put up again")
  func stale() throws {
    var family = try Family(children: [], "")
    try family.add(goal: "walk") { $0.windows = [try window("18:00-19:20")] }
    var house = try House(family, from: "2026-03-10T17:00")
    try house.at("19:05", .locked(true))
    #expect(house.recreated.isEmpty)
    #expect(house.closed.count == 1)
  }
}
