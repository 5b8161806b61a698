import Testing

@testable import HavenCore

/// Nothing is shown in a carer's quiet hours, without exception.
struct QuietHoursTests {
  private func house(_ carers: String..., day: String = "16:30 tablet\n17:25 tablet-ends hard") throws -> House {
    try House(Family(carers: carers, day), from: "2026-03-10T16:00")
  }

  @Test("a rung in quiet hours is suppressed; their start is included and their end is not")
  func ends() throws {
    var house = try house("ros quiet 17:10-17:23")
    try house.run(to: "18:00")
    #expect(
      house.said() == [
        "17:05 ros: tablet-ends/otter/P20 20m", "17:23 ros: tablet-ends/otter/L2 2m",
        "17:25 ros: tablet-ends/otter/0 0m",
      ])
    #expect(house.state("tablet-ends/otter/15") == "suppressed: quiet")
  }

  @Test("what fell in them is not made up for afterwards")
  func notMadeUp() throws {
    var house = try house("ros quiet 17:00-17:24")
    try house.run(to: "18:00")
    #expect(house.said() == ["17:25 ros: tablet-ends/otter/0 0m"])
  }

  @Test("a carer's own lines are dropped in them")
  func ownLines() throws {
    var house = try house("ros quiet 20:30-06:30", "imani")
    try house.run(to: "22:00")
    #expect(house.said(.digest) == ["20:30 imani: digest"])
    #expect(house.state("digest/ros") == "suppressed: quiet")
  }

  @Test("an offer of food in them is not said, and starts the clocks again")
  func fuel() throws {
    var house = try house("ros quiet 18:00-18:30", day: "16:00 snack food\n20:30 bed sleep")
    try house.run(to: "21:00")
    #expect(house.said(.fuel) == [])
    #expect(house.state("fuel/otter/18:00") == "suppressed: quiet")
  }

  @Test("a catch-up is not said into them")
  func catchUp() throws {
    var house = try house("ros quiet 17:14-17:19")
    try house.suspend("17:08", "17:15")
    try house.run(to: "17:21")
    #expect(house.said() == ["17:05 ros: tablet-ends/otter/P20 20m", "17:20 ros: tablet-ends/otter/5 5m"])
    #expect(house.state("tablet-ends/otter/15") == "missed: quiet")
  }

  @Test("`moved` and `swap` are not said into them")
  func commands() throws {
    var house = try house("ros quiet 17:11-17:19", "imani quiet 17:11-17:19")
    try house.at("17:12", .delay(step: "tablet-ends", minutes: 10))
    try house.at("17:13", .tagOut(seconds: nil))
    try house.run(to: "17:18")
    #expect(house.said(.moved, .swap) == [])
  }

  @Test("the default night is silent from half past nine to half past six")
  func night() throws {
    var house = try house(
      "ros", day: "06:29 early [0]\n06:30 wake [0]\n21:29 late [0]\n21:30 night [0]\n23:00 very-late [0]")
    try house.run(to: "2026-03-11T12:00")
    #expect(
      house.said(.cue) == ["21:29 ros: late/otter/0 0m", "03-11 06:30 ros: wake/otter/0 0m"])
  }

  @Test("on the night the clocks change they end by the wall")
  func clockChange() throws {
    var house = try House(Family("06:29 early [0]\n06:30 wake [0]"), from: "2026-03-28T22:00")
    try house.run(to: "2026-03-29T07:00")
    #expect(house.said(.cue) == ["03-29 06:30 ros: wake/otter/0 0m"])
    #expect(house.lines.first?.at == (try utc("2026-03-29T05:30")))
  }
}
