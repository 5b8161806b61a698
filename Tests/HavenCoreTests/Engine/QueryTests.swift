import Testing

@testable import HavenCore

/// What those who look are told. Nothing of it changes what will be said.
struct QueryTests {
  private func house(_ carers: String...) throws -> House {
    try House(.evening(carers: carers.isEmpty ? ["ros", "imani"] : carers), from: "2026-03-10T16:00")
  }

  @Test("the next cue is the next one that this carer will be shown")
  func nextCue() throws {
    var house = try house()
    #expect(house.engine.nextCue(for: "ros", after: house.now)?.id.description == "2026-03-10/tablet-ends/otter/P20")
    #expect(house.engine.nextCue(for: "imani", after: house.now) == nil)
    try house.at("17:06", .retreat(child: "otter", on: true))
    #expect(house.engine.nextCue(for: "ros", after: house.now)?.id.date == nil)
    try house.at("17:07", .retreat(child: "otter", on: false))
    try house.at("17:07", .hush(seconds: 600))
    #expect(house.engine.nextCue(for: "ros", after: house.now)?.id.rung == "5")
    try house.at("17:08", .done(step: "tablet-ends"))
    #expect(house.engine.nextCue(for: "ros", after: house.now)?.id.date == (try date("2026-03-11")))
  }

  @Test("the latest cue is the last one shown to this carer that can come back")
  func latestCue() throws {
    var house = try house("ros", "imani")
    #expect(house.engine.latestCue(for: "ros", at: house.now)?.id == nil)
    try house.run(to: "17:11")
    #expect(house.engine.latestCue(for: "ros", at: house.now)?.id.rung == "15")
    #expect(house.engine.latestCue(for: "imani", at: house.now)?.id == nil)
    try house.at("17:12", .snooze(cue: "2026-03-10/tablet-ends/otter/15", seconds: 240))
    #expect(house.engine.latestCue(for: "ros", at: house.now)?.id.rung == "P20")
    try house.run(to: "17:27")
    #expect(house.engine.latestCue(for: "ros", at: house.now)?.id.rung == "0")
    try house.run(to: "17:27:01")
    #expect(house.engine.latestCue(for: "ros", at: house.now)?.id == nil)
  }

  @Test("why a carer is silent, and until when")
  func silence() throws {
    var house = try house("ros", "imani away 09:00-20:00")
    #expect(house.engine.silence(of: "ros", at: house.now)?.reason == nil)
    #expect(house.engine.silence(of: "imani", at: house.now)?.reason == "off-duty")
    try house.at("17:00", .hush(seconds: 600))
    #expect(house.engine.silence(of: "ros", at: house.now)?.reason == "hush")
    #expect(house.engine.silence(of: "ros", at: house.now)?.until == (try house.instant("17:10")))
    try house.at("17:01", .tagOut(seconds: 1200))
    #expect(house.engine.silence(of: "ros", at: house.now)?.reason == "tagged-out")
    try house.at("17:02", .unsafe(on: true))
    #expect(house.engine.silence(of: "ros", at: house.now)?.reason == "unsafe")
    let night = try house.instant("23:00")
    try house.at("17:03", .unsafe(on: false))
    #expect(house.engine.silence(of: "imani", at: night)?.reason == "quiet")
    #expect(house.engine.silence(of: "imani", at: night)?.until == (try house.instant("2026-03-11T06:30")))
  }

  @Test("a change that went by unheard is told for half an hour")
  func passed() throws {
    var house = try house()
    try house.suspend("17:00", "17:35")
    try house.run(to: "17:36")
    #expect(house.engine.passedSilently(now: house.now).map(\.changeAt) == [try house.instant("17:25")])
    try house.run(to: "17:55:01")
    #expect(house.engine.passedSilently(now: house.now).isEmpty)
  }

  @Test("one that was heard is not")
  func heard() throws {
    var house = try house()
    try house.run(to: "17:30")
    #expect(house.engine.passedSilently(now: house.now).isEmpty)
  }

  @Test("to whom a cue would go, by the windows alone and as things stand")
  func recipient() throws {
    var house = try house()
    try house.at("16:40", .duty(carer: "imani"))
    let cue = try #require(house.engine.plan(for: house.date).cues.first)
    #expect(house.engine.recipient(of: cue) == "imani")
    #expect(house.engine.isToCome(cue))
    try house.at("16:45", .tagOut(seconds: nil), by: "imani")
    #expect(house.engine.recipient(of: cue) == "ros")
    try house.at("16:50", .done(step: "tablet-ends"))
    #expect(!house.engine.isToCome(cue))
  }

  @Test("since when a child has had food and drink")
  func fuel() throws {
    var house = try House(Family("12:00 lunch food water\n15:00 snack food"), from: "2026-03-10T11:00")
    #expect(house.engine.lastFuel(of: "otter", at: house.now).food == nil)
    try house.at("15:30", .drank(child: "otter"))
    let fuel = house.engine.lastFuel(of: "otter", at: house.now)
    #expect(fuel.food == (try house.instant("15:00")))
    #expect(fuel.water == (try house.instant("15:30")))
  }

  @Test("where a child is")
  func whereabouts() throws {
    var house = try House(
      Family("08:00 school away\n15:30 home\n16:00 den retreat 30m\n17:00 rest nap 20m\n20:00 bed sleep"),
      from: "2026-03-10T05:00")
    let times = ["07:59", "08:00", "15:30", "16:10", "16:30", "17:10", "17:20", "20:00", "2026-03-11T07:59"]
    let places = try times.map { house.engine.whereabouts(of: "otter", at: try house.instant($0)).rawValue }
    #expect(places == ["asleep", "away", "home", "retreat", "home", "asleep", "home", "asleep", "asleep"])
  }

  @Test("looking changes nothing")
  func pure() throws {
    var house = try house()
    try house.run(to: "17:12")
    let wake = house.engine.nextWake()
    _ = house.engine.nextCue(for: "ros", after: house.now)
    _ = house.engine.heldCues()
    _ = house.engine.passedSilently(now: house.now)
    for date in 1...5 { _ = house.engine.plan(for: house.date + date) }
    #expect(house.engine.nextWake() == wake)
  }
}
