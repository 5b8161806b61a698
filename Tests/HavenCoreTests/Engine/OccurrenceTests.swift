import Testing

@testable import HavenCore

/// What was lived is written down when its date ends, and stays as it was.
struct OccurrenceTests {
  private func house() throws -> House {
    try House(
      Family(
        children: ["otter 5", "wren 3"],
        """
        07:00 up           otter wren
        07:30 shoes        otter wren [5 0]
        08:30 school       otter away
        15:00 home         otter [5 0]
        17:25 tablet-ends  otter hard
        """), from: "2026-03-10T06:00")
  }

  private func lived(_ house: House, _ date: String = "2026-03-10") throws -> [String] {
    try house.ledger.lived[HavenCoreTests.date(date), default: []].map {
      "\($0.at) \($0.step)/\($0.child) \($0.mode.rawValue) \($0.isAway ? "away" : "home")"
    }
  }

  @Test("each transition of a date is written once, at midnight, with what it was prepared by")
  func midnight() throws {
    var house = try house()
    try house.run(to: "23:59")
    #expect(house.ledger.lived.isEmpty)
    try house.run(to: "2026-03-11T00:01")
    #expect(
      try lived(house) == [
        "07:30 shoes/otter ordinary home", "07:30 shoes/wren ordinary home", "15:00 home/otter ordinary away",
        "17:25 tablet-ends/otter ordinary home",
      ])
    let last = try #require(house.ledger.lived[house.date]?.last)
    #expect(last.size == .hard)
    #expect(last.ladder == "P20 · 15 · 5 · L2 · 0")
  }

  @Test("what was skipped or not for today is none; what was delayed is where it was in the end")
  func bent() throws {
    var house = try house()
    try house.at("07:10", .skip(step: "shoes"))
    try house.at("14:00", .delay(step: "home", minutes: 10))
    try house.at("17:06", .answer(cue: "2026-03-10/tablet-ends/otter/P20", .notToday))
    try house.run(to: "2026-03-11T00:01")
    #expect(try lived(house) == ["15:10 home/otter ordinary away"])
  }

  @Test("a soft day is told apart")
  func soft() throws {
    var house = try house()
    try house.at("17:00", .mode(.regression, child: "otter", age: nil, until: nil))
    try house.run(to: "2026-03-11T00:01")
    #expect(try !lived(house).contains { $0.hasPrefix("17:25") && $0.contains("ordinary") })
  }

  @Test("a change that came before Haven was there, or while it was off, is none: nobody was warned of it")
  func off() throws {
    var house = try house()
    try house.off("12:00", "2026-03-12T17:15")
    #expect(
      try lived(house) == [
        "07:30 shoes/otter ordinary home", "07:30 shoes/wren ordinary home", "15:00 home/otter ordinary away",
      ])
    #expect(try lived(house, "2026-03-11").isEmpty)
    try house.run(to: "2026-03-13T00:01")
    #expect(try lived(house, "2026-03-12") == ["17:25 tablet-ends/otter ordinary home"])
  }

  @Test("on the first day it begins with the first change that Haven was there for")
  func firstDay() throws {
    var house = try House(
      Family(
        """
        10:00 outside  otter hard
        17:25 tea      otter hard
        """), from: "2026-03-10T12:00")
    try house.run(to: "2026-03-11T00:01")
    #expect(try lived(house) == ["17:25 tea/otter ordinary home"])
  }

  @Test("one that was caught up after a suspend counts, and so does one whose warnings were hushed")
  func caughtUp() throws {
    var house = try house()
    try house.at("07:20", .hush(seconds: 1800))
    try house.suspend("17:00", "17:24")
    try house.run(to: "2026-03-11T00:01")
    #expect(house.said(.catchUp).count + house.said(.cue).count > 0)
    #expect(try lived(house).count == 4)
    #expect(try lived(house).last == "17:25 tablet-ends/otter ordinary home")
  }

  @Test("a soft day without rungs counts as such, once anything was decided that day")
  func withoutRungs() throws {
    var house = try house()
    try house.at("14:00", .mode(.sick, child: "otter", age: nil, until: nil))
    try house.run(to: "2026-03-11T00:01")
    #expect(try lived(house).filter { $0.contains("sick") }.allSatisfy { $0.hasSuffix("home") || $0.hasSuffix("away") })
  }

  @Test("nobody is woken for it")
  func wakes() throws {
    var house = try House(Family("10:00 play"), from: "2026-03-10T06:00")
    try house.run(to: "2026-03-12T06:00")
    #expect(house.wakes.count <= 6)
  }
}
