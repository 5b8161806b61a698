import Testing

@testable import HavenCore

/// After Haven could show nothing, each transition gives at most one line, with the time truly left.
///
/// The ladder is P20 17:05, 15 17:10, 5 17:20, L2 17:23, 0 17:25.
struct CatchUpTests {
  private func house(_ carers: String...) throws -> House {
    try House(.evening(carers: carers.isEmpty ? ["ros"] : carers), from: "2026-03-10T16:00")
  }

  /// What is said from the end of the gap on, and the states of what fell in it.
  private func after(_ from: String, _ to: String) throws -> (said: [String], house: House) {
    var house = try house()
    try house.suspend(from, to)
    let end = house.now
    try house.run(to: "18:00")
    let said = house.lines.filter { $0.at >= end }.map { $0.text(in: house.family.zone, on: house.date) }
    return (said, house)
  }

  private let rest = [
    "17:20 ros: tablet-ends/otter/5 5m", "17:23 ros: tablet-ends/otter/L2 2m", "17:25 ros: tablet-ends/otter/0 0m",
  ]

  @Test("one rung in the gap: it is told with the time left, then the ladder goes on")
  func one() throws {
    #expect(try after("17:08", "17:14").said == ["17:14 ros: catch-up tablet-ends/otter/15 11m"] + rest)
  }

  @Test("several rungs in the gap: one line, for the latest; the others are missed")
  func several() throws {
    let (said, house) = try after("17:00", "17:14")
    #expect(said == ["17:14 ros: catch-up tablet-ends/otter/15 11m"] + rest)
    #expect(house.story("tablet-ends/otter/P20").last == "missed: superseded")
    #expect(house.story("tablet-ends/otter/15").suffix(2) == ["claimed", "shown"])
  }

  @Test("a gap with nothing in it says nothing")
  func nothing() throws {
    #expect(try after("17:11", "17:18").said == rest)
  }

  @Test("the gap includes its start: a rung due then is caught up")
  func start() throws {
    #expect(try after("17:10", "17:14").said.first == "17:14 ros: catch-up tablet-ends/otter/15 11m")
  }

  @Test("the gap excludes its end: a rung due then is said as itself, and speaks for the others")
  func end() throws {
    let (said, house) = try after("17:08", "17:20")
    #expect(said == rest)
    #expect(house.state("tablet-ends/otter/15") == "missed: superseded")
  }

  @Test("no line where a rung is due within ninety seconds; one where it is ninety-one")
  func ninetySeconds() throws {
    #expect(try after("17:08", "17:18:30").said == rest)
    #expect(try after("17:08", "17:18:29").said == ["17:18:29 ros: catch-up tablet-ends/otter/15 391s"] + rest)
  }

  @Test("a change up to two minutes past is still told, with the truth; later it is missed")
  func twoMinutesPast() throws {
    #expect(try after("17:08", "17:25:01").said == ["17:25:01 ros: catch-up tablet-ends/otter/0 -1s"])
    #expect(try after("17:08", "17:27").said == ["17:27 ros: catch-up tablet-ends/otter/0 -2m"])
    let (said, house) = try after("17:08", "17:27:01")
    #expect(said == [])
    for rung in ["15", "5", "L2", "0"] { #expect(house.state("tablet-ends/otter/\(rung)") == "missed: past") }
  }

  @Test("a carer's own rung is caught up like any other")
  func carersRung() throws {
    #expect(try after("17:04", "17:07").said.first == "17:07 ros: catch-up tablet-ends/otter/P20 18m")
  }

  @Test("what would have been suppressed at its time is not made up for")
  func suppressedThen() throws {
    for (act, reason) in [
      (Command.hard(HardMoment(child: "otter")), "hard"), (.hush(seconds: 900), "hush"),
    ] {
      var house = try house()
      try house.at("16:58", act)
      try house.suspend("17:01", "17:19")
      try house.run(to: "17:19:30")
      // Both are over when Haven is back; the 15 at 17:10 still fell in them.
      #expect(house.said() == [])
      #expect(house.state("tablet-ends/otter/15") == "suppressed: \(reason)")
    }
  }

  @Test("what routing would not show at the end of the gap is missed")
  func notShownNow() throws {
    for (act, reason) in [
      (Command.hard(HardMoment(child: "otter")), "hard"), (.hush(seconds: 1200), "hush"), (.unsafe(on: true), "unsafe"),
      (.retreat(child: "otter", on: true), "retreat"),
    ] {
      var house = try house()
      try house.at("17:08", .inhibited(true))
      try house.at("17:12", act)
      try house.at("17:14", .inhibited(false))
      try house.run(to: "17:15")
      #expect(house.said() == ["17:05 ros: tablet-ends/otter/P20 20m"])
      #expect(house.state("tablet-ends/otter/15") == "missed: \(reason)")
    }
  }

  @Test("with nobody on duty at the end of the gap it waits for somebody")
  func nobodyThere() throws {
    var house = try house("ros away 17:13-17:16")
    try house.suspend("17:08", "17:14")
    try house.run(to: "17:17")
    #expect(house.said().last == "17:16 ros: catch-up tablet-ends/otter/15 9m")
  }

  @Test("what was done or answered with not-today is not caught up")
  func answered() throws {
    for act in [Command.done(step: "tablet-ends"), .answer(cue: "2026-03-10/tablet-ends/otter/P20", .notToday)] {
      var house = try house()
      try house.at("17:08", .inhibited(true))
      try house.at("17:12", act)
      try house.at("17:14", .inhibited(false))
      try house.run(to: "18:00")
      #expect(house.said() == ["17:05 ros: tablet-ends/otter/P20 20m"])
    }
  }

  @Test("a step delayed in the gap is told with its new time")
  func delayed() throws {
    var house = try house()
    try house.at("17:08", .inhibited(true))
    try house.at("17:12", .delay(step: "tablet-ends", minutes: 10))
    try house.at("17:14", .inhibited(false))
    try house.run(to: "17:31")
    #expect(
      house.said().dropFirst() == [
        "17:14 ros: catch-up tablet-ends/otter/15 21m", "17:30 ros: tablet-ends/otter/5 5m",
      ])
  }

  @Test("all transitions of one carer are one line; another carer has another")
  func oneLineACarer() throws {
    let family = try Family(
      carers: ["ros", "imani"], children: ["otter 5", "wren 5", "finch 13 key:imani"],
      "16:00 play\n17:00 bath otter [15 0]\n17:10 story wren [20 0]\n17:05 judo finch [15 0]")
    var house = try House(family, from: "2026-03-10T16:30")
    try house.suspend("16:40", "16:52")
    try house.run(to: "16:55")
    #expect(
      house.said() == [
        "16:52 ros: catch-up bath/otter/15 8m, story/wren/20 18m", "16:52 imani: catch-up judo/finch/15 13m",
      ])
  }

  @Test("a second gap tells only what fell in it")
  func twice() throws {
    var house = try house()
    try house.suspend("17:08", "17:14")
    try house.suspend("17:19", "17:21")
    try house.run(to: "18:00")
    #expect(
      house.said() == [
        "17:05 ros: tablet-ends/otter/P20 20m", "17:14 ros: catch-up tablet-ends/otter/15 11m",
        "17:21 ros: catch-up tablet-ends/otter/5 4m", "17:23 ros: tablet-ends/otter/L2 2m",
        "17:25 ros: tablet-ends/otter/0 0m",
      ])
  }

  @Test("a gap of three days catches up nothing of the past, and loses nothing of today")
  func days() throws {
    var house = try house()
    try house.suspend("17:08", "2026-03-13T17:11")
    try house.run(to: "2026-03-13T17:21")
    #expect(
      house.said(.cue, .catchUp).dropFirst() == [
        "03-13 17:11 ros: catch-up tablet-ends/otter/15 14m", "03-13 17:20 ros: tablet-ends/otter/5 5m",
      ])
    for day in ["2026-03-10", "2026-03-11", "2026-03-12"] {
      #expect(house.state("\(day)/tablet-ends/otter/0") == "missed: past")
    }
  }

  @Test("a minute late is late, and still true; more than a minute is a gap")
  func late() throws {
    for (wake, said) in [
      ("17:11", "17:11 ros: tablet-ends/otter/15 14m"),
      ("17:11:01", "17:11:01 ros: catch-up tablet-ends/otter/15 839s"),
    ] {
      var house = try house()
      try house.run(to: "17:09")
      house.jump(to: try house.instant(wake))
      house.look()
      #expect(house.said().last == said)
    }
  }
}
