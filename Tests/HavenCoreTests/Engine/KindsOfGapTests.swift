import Testing

@testable import HavenCore

/// Asleep, switched off, set forward, do-not-disturb, no server: one rule for all of them.
struct KindsOfGapTests {
  enum Gap: String, CaseIterable {
    case suspended, off, clockForward = "clock set forward", doNotDisturb = "do-not-disturb", noServer = "no server"

    func play(_ house: inout House, _ from: String, _ to: String) throws {
      switch self {
      case .suspended: try house.suspend(from, to)
      case .off: try house.off(from, to)
      case .clockForward: try house.setClock(at: from, by: try house.instant(to) - house.instant(from))
      case .doNotDisturb:
        try house.at(from, .inhibited(true))
        try house.at(to, .inhibited(false))
      case .noServer:
        try house.at(from, .notifier(isAvailable: false))
        try house.at(to, .notifier(isAvailable: true))
      }
    }
  }

  private func family() throws -> Family {
    var family = try Family(
      carers: ["ros", "imani"], children: ["otter 5", "wren 3 key:imani"],
      """
      16:00 snack        food water
      16:30 tablet       otter
      17:25 tablet-ends  otter hard
      18:10 bath         hard
      20:10 lights-out   normal sleep
      """)
    try family.add(goal: "walk") { $0.windows = [try window("18:20-19:30")] }
    return family
  }

  @Test(
    "what is said after it is the same for every kind",
    arguments: Gap.allCases,
    [
      ("17:04", "17:06"), ("17:08", "17:14"), ("17:00", "17:18:30"), ("17:22", "17:27"), ("17:00", "17:56"),
      ("17:58", "18:05"), ("17:30", "18:45"), ("20:29", "20:31"), ("17:59", "20:05"), ("16:59", "21:20"),
    ])
  func same(gap: Gap, stretch: (String, String)) throws {
    var house = try House(family(), from: "2026-03-10T15:00")
    try gap.play(&house, stretch.0, stretch.1)
    try house.run(to: "2026-03-11")
    var suspended = try House(family(), from: "2026-03-10T15:00")
    try suspended.suspend(stretch.0, stretch.1)
    try suspended.run(to: "2026-03-11")
    #expect(house.said() == suspended.said())
  }

  @Test("a sleep inside do-not-disturb ends with the longer of the two")
  func nested() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.at("17:08", .inhibited(true))
    try house.suspend("17:09", "17:12")
    try house.at("17:16", .inhibited(false))
    try house.run(to: "17:21")
    #expect(
      house.said().dropFirst() == ["17:16 ros: catch-up tablet-ends/otter/15 9m", "17:20 ros: tablet-ends/otter/5 5m"])
  }

  @Test("a server that comes while do-not-disturb is on changes nothing yet")
  func overlapping() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.at("17:06", .notifier(isAvailable: false))
    try house.at("17:08", .inhibited(true))
    try house.at("17:12", .notifier(isAvailable: true))
    try house.run(to: "17:14")
    #expect(house.said().count == 1)
    try house.at("17:14", .inhibited(false))
    try house.run(to: "17:15")
    #expect(house.said().last == "17:14 ros: catch-up tablet-ends/otter/15 11m")
  }

  @Test("a line with a time of its own is said the same evening, and not another day")
  func digest() throws {
    for (to, said) in [
      ("2026-03-10T20:50", ["20:50 ros: digest"]), ("2026-03-11T07:00", []),
    ] {
      var house = try House(.evening(), from: "2026-03-10T20:00")
      try house.off("20:29", to)
      try house.run(to: "2026-03-11T08:00")
      #expect(house.said() == said)
      if said.isEmpty { #expect(house.state("2026-03-10/digest/ros") == "missed: gap") }
    }
  }

  @Test("a line is not said where what it announces has begun")
  func begun() throws {
    for (back, said) in [("09:59", ["09:59 ros: appointment therapy 2h"]), ("10:00", [])] {
      var family = try Family("")
      try family.add(goal: "therapy") { $0.appointment = .init(start: try civil("2026-03-10T10:00")) }
      var house = try House(family, from: "2026-03-10T07:00")
      try house.suspend("07:30", back)
      try house.run(to: "12:00")
      #expect(house.said() == said)
    }
  }

  @Test("food and drink are judged again at the end")
  func fuel() throws {
    var house = try House(Family("13:00 lunch food water\n20:30 bed sleep"), from: "2026-03-10T12:00")
    try house.suspend("14:30", "15:40")
    try house.run(to: "17:41")
    #expect(house.said() == ["15:40 ros: fuel otter and move", "17:40 ros: fuel otter and move"])
  }

  @Test("a nudge is judged again at the end, and is gone with its window")
  func nudge() throws {
    for (to, said) in [("10:30", ["10:30 ros: nudge walk full"]), ("11:00", [])] {
      var family = try Family(children: [], "")
      try family.add(goal: "walk") { $0.windows = [try window("10:00-11:00")] }
      var house = try House(family, from: "2026-03-10T09:00")
      try house.suspend("09:30", to)
      try house.run(to: "12:00")
      #expect(house.said() == said)
    }
  }

  @Test("what a command would have said in it is not said later")
  func commands() throws {
    for gap in [Event.inhibited(true), .notifier(isAvailable: false)] {
      var house = try House(.evening(carers: ["ros", "imani"]), from: "2026-03-10T16:00")
      try house.at("17:11", gap)
      try house.at("17:12", .delay(step: "tablet-ends", minutes: 10))
      try house.at("17:13", .tagOut(seconds: nil), by: "imani")
      try house.at("17:14", .tagIn, by: "imani")
      try house.at("17:15", .inhibited(false))
      house.handle(.notifier(isAvailable: true))
      try house.run(to: "17:29")
      #expect(house.said(.moved, .swap) == [])
    }
  }
}
