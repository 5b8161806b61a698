import Testing

@testable import HavenCore

/// The desktop's do-not-disturb is honoured: hold, then catch up by the rule.
struct DoNotDisturbTests {
  private func house(_ carers: String...) throws -> House {
    try House(.evening(carers: carers.isEmpty ? ["ros"] : carers), from: "2026-03-10T16:00")
  }

  @Test("a rung that falls in it is held, and says so")
  func held() throws {
    var house = try house()
    try house.at("17:08", .inhibited(true))
    try house.run(to: "17:12")
    #expect(house.state("tablet-ends/otter/15") == "held: do-not-disturb")
    #expect(house.engine.heldCues().map(\.id.rung) == ["15"])
  }

  @Test("at its end one line, then the ladder goes on")
  func end() throws {
    var house = try house()
    try house.at("17:08", .inhibited(true))
    try house.at("17:14", .inhibited(false))
    try house.run(to: "17:21")
    #expect(
      house.said().dropFirst() == ["17:14 ros: catch-up tablet-ends/otter/15 11m", "17:20 ros: tablet-ends/otter/5 5m"])
    #expect(house.story("tablet-ends/otter/15") == ["held: do-not-disturb", "claimed", "shown"])
  }

  @Test("told twice that it is on, or off, changes nothing")
  func twice() throws {
    var house = try house()
    for (time, on) in [("17:08", true), ("17:09", true), ("17:14", false), ("17:15", false)] {
      try house.at(time, .inhibited(on))
    }
    try house.run(to: "17:21")
    #expect(house.said().count == 3)
  }

  @Test("a rung due as it begins is held; one due as it ends is said")
  func ends() throws {
    var house = try house()
    try house.at("17:10", .inhibited(true))
    try house.at("17:20", .inhibited(false))
    try house.run(to: "17:21")
    #expect(house.said() == ["17:05 ros: tablet-ends/otter/P20 20m", "17:20 ros: tablet-ends/otter/5 5m"])
  }

  @Test("nobody is woken for what cannot be said: only the ladder's own times and midnight")
  func wakes() throws {
    var house = try house()
    try house.at("16:10", .inhibited(true))
    let before = house.wakes.count
    try house.run(to: "2026-03-11T12:00")
    #expect(house.wakes.count - before <= 7)  // five rungs, the digest, midnight
    #expect(house.said() == [])
  }

  @Test("it is remembered over a restart that finds it still on")
  func restart() throws {
    var house = try house()
    try house.at("17:08", .inhibited(true))
    try house.off("17:09", "17:12")
    try house.run(to: "17:13")
    #expect(house.said().count == 1)
    try house.at("17:14", .inhibited(false))
    try house.run(to: "17:15")
    #expect(house.said().last == "17:14 ros: catch-up tablet-ends/otter/15 11m")
  }

  @Test("an offer of food, a nudge, a snooze and the digest wait for its end")
  func others() throws {
    var family = try Family(carers: ["ros", "imani"], "12:00 lunch food water\n20:30 bed sleep\n13:55 play [0]")
    try family.add(goal: "walk") { $0.windows = [try window("14:30-16:00")] }
    var house = try House(family, from: "2026-03-10T11:00")
    try house.at("13:56", .snooze(cue: "2026-03-10/play/otter/0", seconds: 60))
    try house.at("13:56:30", .inhibited(true))
    try house.at("14:40", .inhibited(false))
    try house.at("20:29", .inhibited(true))
    try house.at("20:31", .inhibited(false))
    try house.run(to: "21:00")
    #expect(house.said(.fuel).first == "14:40 ros: fuel otter and move")
    #expect(house.said(.nudge) == ["14:40 ros: nudge walk full"])
    let digests = house.said(.digest)
    #expect(digests == ["20:31 ros: digest", "20:31 imani: digest"])
    // The snoozed cue came too late to be true.
    #expect(house.state("play/otter/0") == "cancelled: past")
  }
}
