import Testing

@testable import HavenCore

/// A snoozed cue comes back with its own id and the time truly left, unless something better speaks for it.
///
/// The ladder is P20 17:05, 15 17:10, 5 17:20, L2 17:23, 0 17:25.
struct SnoozeTests {
  private func house(_ carers: String...) throws -> House {
    try House(.evening(carers: carers.isEmpty ? ["ros"] : carers), from: "2026-03-10T16:00")
  }

  private func snooze(_ rung: String, _ seconds: Int) -> Command {
    .snooze(cue: "2026-03-10/tablet-ends/otter/\(rung)", seconds: seconds)
  }

  @Test("it comes back with its id and the time truly left")
  func comesBack() throws {
    var house = try house()
    try house.at("17:11", snooze("15", 240))
    #expect(house.state("tablet-ends/otter/15") == "snoozed")
    #expect(house.row("tablet-ends/otter/15")?.until == (try house.instant("17:15")))
    try house.run(to: "17:16")
    #expect(house.said().last == "17:15 ros: tablet-ends/otter/15 10m")
    #expect(house.story("tablet-ends/otter/15") == ["claimed", "shown", "snoozed", "claimed", "shown"])
  }

  @Test("it gives way to a rung that is due within ninety seconds; not at ninety-one")
  func givesWay() throws {
    var near = try house()
    try near.at("17:11", snooze("15", 450))  // 17:18:30
    try near.run(to: "17:21")
    #expect(near.said().last == "17:20 ros: tablet-ends/otter/5 5m")
    #expect(near.state("tablet-ends/otter/15") == "cancelled: superseded")

    var far = try house()
    try far.at("17:11", snooze("15", 449))
    try far.run(to: "17:19")
    #expect(far.said().last == "17:18:29 ros: tablet-ends/otter/15 391s")
  }

  @Test("it gives way to a rung due at the same instant")
  func sameInstant() throws {
    var house = try house()
    try house.at("17:11", snooze("15", 540))
    try house.run(to: "17:21")
    #expect(house.said().last == "17:20 ros: tablet-ends/otter/5 5m")
    #expect(house.said().count == 3)
  }

  @Test("it comes back up to two minutes after the change, and not later")
  func afterChange() throws {
    var house = try house()
    try house.at("17:25:01", snooze("0", 119))
    try house.run(to: "17:28")
    #expect(house.said().last == "17:27 ros: tablet-ends/otter/0 -2m")

    var late = try self.house()
    try late.at("17:25:01", snooze("0", 120))
    try late.run(to: "17:28")
    #expect(late.said().last == "17:25 ros: tablet-ends/otter/0 0m")
    #expect(late.state("tablet-ends/otter/0") == "cancelled: past")
  }

  @Test("it can be snoozed again")
  func again() throws {
    var house = try house()
    try house.at("17:06", snooze("P20", 60))
    try house.at("17:08", snooze("P20", 240))
    try house.run(to: "17:13")
    #expect(
      house.said() == [
        "17:05 ros: tablet-ends/otter/P20 20m", "17:07 ros: tablet-ends/otter/P20 18m",
        "17:10 ros: tablet-ends/otter/15 15m", "17:12 ros: tablet-ends/otter/P20 13m",
      ])
  }

  @Test("it is let go where the step is done, skipped or not for today")
  func letGo() throws {
    for act in [
      Command.done(step: "tablet-ends"), .skip(step: "tablet-ends"),
      .answer(cue: "2026-03-10/tablet-ends/otter/P20", .notToday),
    ] {
      var house = try house()
      try house.at("17:11", snooze("15", 240))
      try house.at("17:12", act)
      try house.run(to: "17:19")
      #expect(house.said().count == 2)
      #expect(house.state("tablet-ends/otter/15")?.hasPrefix("cancelled") == true)
    }
  }

  @Test("it comes back with the new time where the step has moved")
  func moved() throws {
    var house = try house()
    try house.at("17:11", snooze("15", 300))
    try house.at("17:12", .delay(step: "tablet-ends", minutes: 10))
    try house.run(to: "17:17")
    #expect(house.said().last == "17:16 ros: tablet-ends/otter/15 19m")
  }

  @Test("it is suppressed in quiet hours, a hush, `unsafe` and after a hard moment")
  func suppressed() throws {
    for (act, state) in [
      (Command.hush(seconds: 600), "suppressed: hush"), (.unsafe(on: true), "suppressed: unsafe"),
      (.hard(HardMoment()), "suppressed: hard"), (.retreat(child: "otter", on: true), "suppressed: retreat"),
    ] {
      var house = try house()
      try house.at("17:11", snooze("15", 240))
      try house.at("17:12", act)
      try house.run(to: "17:16")
      #expect(house.said().count == 2)
      #expect(house.state("tablet-ends/otter/15") == state)
    }
    var quiet = try house("ros quiet 17:14-17:19")
    try quiet.at("17:11", snooze("15", 240))
    try quiet.run(to: "17:19")
    #expect(quiet.state("tablet-ends/otter/15") == "suppressed: quiet")
  }

  @Test("one that fell in a gap comes at its end", arguments: KindsOfGapTests.Gap.allCases)
  func inGap(gap: KindsOfGapTests.Gap) throws {
    var house = try house()
    try house.at("17:11", snooze("15", 120))
    try gap.play(&house, "17:12", "17:15")
    try house.run(to: "17:16")
    let last = house.said().last
    #expect(last == "17:15 ros: tablet-ends/otter/15 10m")
  }

  @Test("one that fell in a gap does not come where its transition is caught up")
  func caughtUp() throws {
    var house = try house()
    try house.at("17:11", snooze("15", 480))
    try house.suspend("17:18", "17:21")
    try house.run(to: "17:22")
    #expect(
      house.said().suffix(2) == ["17:10 ros: tablet-ends/otter/15 15m", "17:21 ros: catch-up tablet-ends/otter/5 4m"])
    #expect(house.state("tablet-ends/otter/15") == "cancelled: superseded")
  }

  @Test("over midnight it comes back on the next date")
  func midnight() throws {
    let family = try Family(carers: ["ros quiet never"], "22:00 story\n23:59 settle [4]")
    var house = try House(family, from: "2026-03-10T23:00")
    try house.at("23:56", .snooze(cue: "2026-03-10/settle/otter/4", seconds: 270))
    try house.run(to: "2026-03-11T00:05")
    #expect(house.said() == ["23:55 ros: settle/otter/4 4m", "03-11 00:00:30 ros: settle/otter/4 -90s"])
  }

  @Test("a snooze takes a time above zero, and a cue that was shown")
  func refused() throws {
    var house = try house()
    #expect(throws: Refusal.self) { try house.at("17:06", snooze("P20", 0)) }
    #expect(throws: Refusal.self) { try house.at("17:06", snooze("15", 300)) }
    #expect(house.ledger.acts.isEmpty)
  }
}
