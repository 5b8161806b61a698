import Testing

@testable import HavenCore

/// Notification servers die, refuse, and come back knowing nothing.
struct NotifierGoneTests {
  private func house() throws -> House { try House(.evening(), from: "2026-03-10T16:00") }

  @Test("a refused delivery is held, and caught up when a server is there")
  func refused() throws {
    var house = try house()
    try house.run(to: "17:09")
    house.takesNotifications = false
    try house.run(to: "17:12")
    #expect(house.story("tablet-ends/otter/15") == ["claimed", "held: no-server"])
    #expect(!house.engine.desktop.hasNotifier)
    house.takesNotifications = true
    try house.at("17:14", .notifier(isAvailable: true))
    try house.run(to: "17:15")
    #expect(house.said().last == "17:14 ros: catch-up tablet-ends/otter/15 11m")
    #expect(house.story("tablet-ends/otter/15").suffix(2) == ["claimed", "shown"])
  }

  @Test("a refused digest waits for a server too, and is missed where none comes that day")
  func refusedDigest() throws {
    for (back, said, state) in [("20:50", ["20:50 ros: digest"], "shown"), ("2026-03-11T08:00", [], "missed")] {
      var house = try House(Family(""), from: "2026-03-10T20:00")
      house.takesNotifications = false
      try house.run(to: "20:31")
      house.takesNotifications = true
      try house.at(back, .notifier(isAvailable: true))
      try house.run(to: "2026-03-11T09:00")
      #expect(house.said() == said)
      #expect(house.state("2026-03-10/digest/ros")?.hasPrefix(state) == true)
    }
  }

  @Test("a refused rung waits while it can still be true, whoever else is refused")
  func refusedTooLong() throws {
    var house = try house()
    house.takesNotifications = false
    try house.run(to: "17:40")
    house.takesNotifications = true
    try house.at("17:40", .notifier(isAvailable: true))
    try house.run(to: "18:00")
    #expect(house.said() == [])
    for rung in ["P20", "15", "5", "L2", "0"] { #expect(house.state("tablet-ends/otter/\(rung)") == "missed: past") }
  }

  @Test("what is unanswered and still true is put up again on a new server, with the time left now")
  func recreated() throws {
    var house = try house()
    try house.at("17:12", .notifier(isAvailable: false))
    try house.at("17:14", .notifier(isAvailable: true))
    #expect(
      house.recreated.map { $0.line.text(in: house.family.zone, on: house.date) } == [
        "17:14 ros: tablet-ends/otter/15 11m"
      ])
    #expect(house.recreated.map(\.isRecreation) == [true])
  }

  @Test("that is no announcement: nothing is claimed, and the ledger has nothing new of it")
  func notAnnounced() throws {
    var house = try house()
    try house.at("17:12", .notifier(isAvailable: false))
    let rows = house.ledger.rows.count
    try house.at("17:14", .notifier(isAvailable: true))
    #expect(house.ledger.rows.count == rows)
    #expect(house.said().count == 2)
  }

  @Test("a button of a bubble that was put up again works")
  func button() throws {
    var house = try house()
    try house.at("17:12", .notifier(isAvailable: false))
    try house.at("17:14", .notifier(isAvailable: true))
    try house.press(.done, on: "tablet-ends/otter/15", at: "17:15")
    #expect(house.state("tablet-ends/otter/15") == "acknowledged")
  }

  @Test("what was answered, dismissed, expired or is past is not put up again")
  func notRecreated() throws {
    for answer in [Answer.done, .later, .notToday, .dismiss] {
      var house = try house()
      try house.at("17:11", .answer(cue: "2026-03-10/tablet-ends/otter/15", answer))
      try house.at("17:12", .notifier(isAvailable: false))
      try house.at("17:13", .notifier(isAvailable: true))
      #expect(house.recreated.isEmpty, "after \(answer)")
    }
    var expired = try house()
    try expired.run(to: "17:11")
    expired.handle(.closed(try expired.delivery(of: "tablet-ends/otter/15"), isExpiry: true))
    try expired.at("17:12", .notifier(isAvailable: false))
    try expired.at("17:13", .notifier(isAvailable: true))
    #expect(expired.recreated.isEmpty)

    var past = try house()
    try past.at("17:26", .notifier(isAvailable: false))
    try past.at("17:27:01", .notifier(isAvailable: true))
    #expect(past.recreated.isEmpty)
  }

  @Test("where a catch-up speaks for the transition, its old bubble is not put up as well")
  func caughtUp() throws {
    var house = try house()
    try house.at("17:08", .notifier(isAvailable: false))
    try house.at("17:14", .notifier(isAvailable: true))
    #expect(house.said().last == "17:14 ros: catch-up tablet-ends/otter/15 11m")
    #expect(house.recreated.isEmpty)
  }

  @Test("a `moved` that nobody has answered is still true, and is put up again")
  func moved() throws {
    var house = try house()
    try house.at("17:12", .delay(step: "tablet-ends", minutes: 10))
    try house.at("17:14", .notifier(isAvailable: false))
    try house.at("17:15", .notifier(isAvailable: true))
    let again = house.recreated.map { $0.line.text(in: house.family.zone, on: house.date) }
    #expect(again == ["17:15 ros: moved to 17:35 tablet-ends/otter/moved 20m"])
  }

  @Test("one that the new server refuses is put up when it takes something again")
  func recreationRefused() throws {
    var house = try house()
    try house.at("17:12", .notifier(isAvailable: false))
    house.takesNotifications = false
    try house.at("17:13", .notifier(isAvailable: true))
    house.takesNotifications = true
    try house.at("17:14", .notifier(isAvailable: true))
    #expect(
      house.recreated.last?.line.text(in: house.family.zone, on: house.date) == "17:14 ros: tablet-ends/otter/15 11m")
  }

  @Test("a bubble whose successor is refused goes in its time all the same")
  func refusedSuccessor() throws {
    var house = try house()
    try house.run(to: "17:19")
    house.takesNotifications = false
    try house.run(to: "17:28")
    #expect(house.closed == [])
    house.takesNotifications = true
    try house.at("17:28", .notifier(isAvailable: true))
    try house.run(to: "17:30")
    #expect(house.closed == ["2026-03-10/tablet-ends/otter"])
  }

  @Test("a server that refuses one thing is not given everything again")
  func refusalIsNoNewServer() throws {
    var house = try House(Family("16:00 play\n17:25 tea [20]\n17:30 bath [P20]"), from: "2026-03-10T16:00")
    try house.run(to: "17:06")
    house.takesNotifications = false
    try house.run(to: "17:11")
    house.takesNotifications = true
    try house.at("17:12", .notifier(isAvailable: true))
    #expect(house.recreated.isEmpty)
    #expect(house.said().last == "17:12 ros: catch-up bath/otter/P20 18m")
  }

  @Test("a server that is announced twice is given nothing twice")
  func twice() throws {
    var house = try house()
    try house.at("17:12", .notifier(isAvailable: true))
    #expect(house.recreated.isEmpty)
  }
}
