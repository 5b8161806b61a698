import Testing

@testable import HavenCore

/// Haven may die at any point between deciding to say something and knowing that it was said. The claim is written
/// before showing and the outcome after it, so what the ledger has says how far it came: at restart a lost rung is
/// shown once as a catch-up with the time truly left, or recorded as missed. Nothing is lost without a record.
struct CrashBetweenClaimAndShowTests {
  /// How far Haven came with what was due before it died.
  enum Point: String, CaseIterable {
    case beforeClaim = "before the claim", afterClaim = "after the claim, before showing"
    case afterShow = "after showing, before writing that"
  }

  /// Dies at this point of what is due at `moment`, and is back later.
  private func crash(_ house: inout House, _ point: Point, at moment: String, back: String, reversed: Bool = false)
    throws
  {
    try house.run(to: moment)
    let died = house.now
    let effects = house.engine.handle(.timePassed, now: died)
    house.confirmsDelivery = false
    for effect in effects {
      switch effect {
      case .record where point != .beforeClaim: house.perform([effect])
      case .show where point == .afterShow: house.perform([effect])
      default: break
      }
    }
    house.confirmsDelivery = true
    house.jump(to: try house.instant(back))
    house.restart(aliveAt: died, reversed: reversed)
    house.handle(.resumed(since: died))
  }

  private func evening() throws -> House { try House(.evening(), from: "2026-03-10T16:00") }

  /// What was said from an instant on.
  private func said(_ house: House, from moment: String) throws -> [String] {
    let start = try house.instant(moment)
    return house.lines.filter { $0.at >= start }.map { $0.text(in: house.family.zone, on: house.date) }
  }

  @Test("back within minutes: that cue, once, with the time truly left", arguments: Point.allCases)
  func soon(point: Point) throws {
    var house = try evening()
    try crash(&house, point, at: "17:10", back: "17:13")
    try house.run(to: "18:00")
    #expect(
      try said(house, from: "17:11") == [
        "17:13 ros: catch-up tablet-ends/otter/15 12m", "17:20 ros: tablet-ends/otter/5 5m",
        "17:23 ros: tablet-ends/otter/L2 2m", "17:25 ros: tablet-ends/otter/0 0m",
      ])
    #expect(house.state("tablet-ends/otter/15") == "shown")
  }

  @Test("back at the same instant: that cue, once", arguments: [Point.afterClaim, .afterShow])
  func atOnce(point: Point) throws {
    var house = try evening()
    try crash(&house, point, at: "17:10", back: "17:10")
    try house.run(to: "17:15")
    #expect(try said(house, from: "17:10").last == "17:10 ros: catch-up tablet-ends/otter/15 15m")
    #expect(house.state("tablet-ends/otter/15") == "shown")
  }

  @Test("back at the same instant before anything was claimed: the rung itself, as if nothing had been")
  func atOnceUnclaimed() throws {
    var house = try evening()
    try crash(&house, .beforeClaim, at: "17:10", back: "17:10")
    try house.run(to: "17:15")
    #expect(try said(house, from: "17:10") == ["17:10 ros: tablet-ends/otter/15 15m"])
  }

  @Test("back when a rung is near: missed, and the next one speaks", arguments: Point.allCases)
  func near(point: Point) throws {
    var house = try evening()
    try crash(&house, point, at: "17:10", back: "17:19")
    try house.run(to: "17:21")
    #expect(try said(house, from: "17:11") == ["17:20 ros: tablet-ends/otter/5 5m"])
    #expect(house.state("tablet-ends/otter/15") == "missed: superseded")
  }

  @Test("back when the change is long past: missed", arguments: Point.allCases)
  func late(point: Point) throws {
    var house = try evening()
    try crash(&house, point, at: "17:25", back: "17:28")
    try house.run(to: "18:00")
    #expect(try said(house, from: "17:26") == [])
    #expect(house.state("tablet-ends/otter/0") == "missed: past")
  }

  @Test("a claim and the rungs that were missed after it are one line", arguments: Point.allCases)
  func more(point: Point) throws {
    var house = try evening()
    try crash(&house, point, at: "17:05", back: "17:14")
    try house.run(to: "17:15")
    #expect(try said(house, from: "17:06") == ["17:14 ros: catch-up tablet-ends/otter/15 11m"])
    #expect(house.state("tablet-ends/otter/P20") == "missed: superseded")
  }

  @Test(
    "two children's cues of one notification are one catch-up, in the same order", arguments: Point.allCases,
    [false, true])
  func merged(point: Point, reversed: Bool) throws {
    let family = try Family(children: ["otter 5", "finch 13", "wren 3"], "16:00 play\n17:00 bath [10 0]")
    var house = try House(family, from: "2026-03-10T16:30")
    try crash(&house, point, at: "16:50", back: "16:53", reversed: reversed)
    #expect(
      try said(house, from: "16:51") == ["16:53 ros: catch-up bath/otter/10 7m, bath/finch/10 7m, bath/wren/10 7m"])
  }

  @Test("a line with a time of its own is said the same evening, or missed", arguments: Point.allCases)
  func digest(point: Point) throws {
    for (back, said, state) in [
      ("20:40", ["20:40 ros: digest"], "shown"), ("2026-03-11T08:00", [], "missed"),
    ] {
      var house = try House(Family(""), from: "2026-03-10T20:00")
      try crash(&house, point, at: "20:30", back: back)
      try house.run(to: "2026-03-11T09:00")
      #expect(try self.said(house, from: "20:31") == said)
      #expect(house.state("2026-03-10/digest/ros")?.hasPrefix(state) == true)
    }
  }

  @Test("a nudge that was not said is not lost to its day", arguments: [Point.beforeClaim, .afterClaim])
  func nudge(point: Point) throws {
    var family = try Family(children: [], "")
    try family.add(goal: "walk") { $0.windows = [try window("10:00-11:00")] }
    var house = try House(family, from: "2026-03-10T09:00")
    try crash(&house, point, at: "10:00", back: "10:05")
    try house.run(to: "12:00")
    #expect(try said(house, from: "10:01") == ["10:05 ros: nudge walk full"])
  }

  @Test("an offer of food that was not said is made again", arguments: [Point.beforeClaim, .afterClaim])
  func fuel(point: Point) throws {
    var house = try House(Family("13:00 lunch food water\n20:30 bed sleep"), from: "2026-03-10T12:00")
    try crash(&house, point, at: "15:00", back: "15:05")
    try house.run(to: "17:00")
    #expect(try said(house, from: "15:01") == ["15:05 ros: fuel otter and move"])
  }

  @Test("a `moved` that was claimed and not said is recorded as missed: its rungs tell the new time")
  func moved() throws {
    var house = try evening()
    try house.run(to: "17:12")
    let effects = try house.engine.perform(.delay(step: "tablet-ends", minutes: 10), now: house.now).effects
    for case .record(let changes) in effects { house.perform([.record(changes)]) }
    house.jump(to: try house.instant("17:13"))
    house.restart(aliveAt: try house.instant("17:12"))
    house.handle(.resumed(since: try house.instant("17:12")))
    try house.run(to: "17:31")
    #expect(try said(house, from: "17:12") == ["17:30 ros: tablet-ends/otter/5 5m"])
    #expect(house.state("tablet-ends/otter/moved") == "missed: crash")
  }

  @Test("a command whose record was not written has not happened")
  func unwrittenCommand() throws {
    var house = try evening()
    try house.run(to: "17:06")
    _ = try house.engine.perform(.skip(step: "tablet-ends"), now: house.now)
    house.restart(aliveAt: house.now)
    house.handle(.resumed(since: house.now))
    try house.run(to: "17:11")
    #expect(house.said().last == "17:10 ros: tablet-ends/otter/15 15m")
  }
}
