import Testing

@testable import HavenCore

/// Somebody sets the computer's clock: forward is a gap like any other, backward repeats nothing announced.
struct ClockChangeTests {
  private func house() throws -> House { try House(.evening(), from: "2026-03-10T16:00") }
  private let day = 86_400

  @Test("forward by minutes: what was jumped over is caught up")
  func forward() throws {
    var house = try house()
    try house.setClock(at: "17:08", by: 360)
    try house.run(to: "17:21")
    #expect(
      house.said() == [
        "17:05 ros: tablet-ends/otter/P20 20m", "17:14 ros: catch-up tablet-ends/otter/15 11m",
        "17:20 ros: tablet-ends/otter/5 5m",
      ])
  }

  @Test("backward by minutes: nothing is said twice, and the rest comes at its time")
  func backward() throws {
    var house = try house()
    try house.setClock(at: "17:12", by: -1800)
    try house.run(to: "18:00")
    #expect(
      house.said() == [
        "17:05 ros: tablet-ends/otter/P20 20m", "17:10 ros: tablet-ends/otter/15 15m",
        "17:20 ros: tablet-ends/otter/5 5m",
        "17:23 ros: tablet-ends/otter/L2 2m", "17:25 ros: tablet-ends/otter/0 0m",
      ])
  }

  @Test("backward by seconds, between the rungs of one minute")
  func seconds() throws {
    var house = try house()
    try house.setClock(at: "17:10:05", by: -10)
    try house.run(to: "17:11")
    #expect(house.said().count == 2)
  }

  @Test("forward and back again: what was jumped over reached nobody, and comes at its time after all")
  func there() throws {
    var house = try house()
    try house.setClock(at: "17:08", by: 7200)
    #expect(house.said().count == 1)  // 19:08: all of it is past
    for rung in ["15", "5", "L2", "0"] { #expect(house.state("tablet-ends/otter/\(rung)") == "missed: past") }
    try house.setClock(at: "19:09", by: -7200)
    try house.run(to: "18:00")
    #expect(
      house.said().dropFirst() == [
        "17:10 ros: tablet-ends/otter/15 15m", "17:20 ros: tablet-ends/otter/5 5m",
        "17:23 ros: tablet-ends/otter/L2 2m", "17:25 ros: tablet-ends/otter/0 0m",
      ])
  }

  @Test("forward and back again, and a restart: the rows of the evening that was not lived do not silence it")
  func thereAndRestarted() throws {
    var house = try house()
    try house.setClock(at: "17:08", by: 86_400)
    try house.setClock(at: "2026-03-11T17:09", by: -86_400)
    try house.off("17:09:30", "17:09:40")
    try house.run(to: "17:21")
    #expect(
      house.said(.cue) == [
        "17:05 ros: tablet-ends/otter/P20 20m", "17:10 ros: tablet-ends/otter/15 15m",
        "17:20 ros: tablet-ends/otter/5 5m",
      ])
  }

  @Test("no greater number follows a smaller one: what a catch-up spoke for stays over")
  func spokenFor() throws {
    var house = try house()
    try house.suspend("17:00", "17:12")
    try house.setClock(at: "17:13", by: -1800)
    try house.run(to: "17:21")
    #expect(house.said() == ["17:12 ros: catch-up tablet-ends/otter/15 13m", "17:20 ros: tablet-ends/otter/5 5m"])
    #expect(house.state("tablet-ends/otter/P20") == "missed: superseded")
  }

  @Test("what waits for a server when the clock goes back is not said hours before its time", arguments: [false, true])
  func heldEarly(restarts: Bool) throws {
    var house = try house()
    try house.at("17:00", .notifier(isAvailable: false))
    try house.setClock(at: "17:12", by: -7200)
    if restarts { try house.off("15:13", "15:14") }
    try house.at("15:20", .notifier(isAvailable: true))
    try house.run(to: "17:11")
    #expect(
      house.said() == ["17:05 ros: tablet-ends/otter/P20 20m", "17:10 ros: tablet-ends/otter/15 15m"])
  }

  @Test("a snooze that a year's step has jumped over is let go in writing")
  func snoozeJumped() throws {
    var house = try house()
    try house.at("17:11", .snooze(cue: "2026-03-10/tablet-ends/otter/15", seconds: 3600))
    try house.setClock(at: "17:12", by: 365 * day)
    #expect(house.story("2026-03-10/tablet-ends/otter/15").last == "cancelled: past")
  }

  @Test("a digest that waits when the clock goes back comes at its time too")
  func heldDigest() throws {
    var house = try house()
    try house.at("20:00", .inhibited(true))
    try house.setClock(at: "20:40", by: -3600)
    try house.at("19:50", .inhibited(false))
    try house.run(to: "21:00")
    #expect(house.said(.digest) == ["20:30 ros: digest"])
  }

  @Test("backward by hours: the evening's digest is not said again")
  func digest() throws {
    var house = try house()
    try house.setClock(at: "20:40", by: -4 * 3600)
    try house.run(to: "21:00")
    #expect(house.said(.digest) == ["20:30 ros: digest"])
    #expect(house.said(.cue).count == 5)
  }

  @Test("backward over midnight: yesterday is yesterday again, and nothing of it is repeated")
  func overMidnight() throws {
    var house = try house()
    try house.setClock(at: "2026-03-11T00:30", by: -8 * 3600)
    try house.run(to: "2026-03-11T17:06")
    #expect(house.said(.cue).count == 6)
    #expect(house.said(.cue).last == "03-11 17:05 ros: tablet-ends/otter/P20 20m")
  }

  @Test("forward by a year: nothing of the year is told, and the new day goes on")
  func yearForward() throws {
    var house = try house()
    try house.setClock(at: "17:12", by: 365 * day)
    try house.run(to: "2027-03-10T17:21")
    let zone = house.family.zone
    #expect(
      house.lines.map { "\(zone.date(at: $0.at).year) \($0.text(in: zone, on: house.date))" } == [
        "2026 17:05 ros: tablet-ends/otter/P20 20m", "2026 17:10 ros: tablet-ends/otter/15 15m",
        "2027 03-10 17:12 ros: catch-up tablet-ends/otter/15 13m", "2027 03-10 17:20 ros: tablet-ends/otter/5 5m",
      ])
  }

  @Test("backward by a year: what is written is said on those days, once")
  func yearBack() throws {
    var house = try house()
    try house.setClock(at: "17:12", by: -365 * day)
    try house.run(to: "2025-03-10T17:21")
    #expect(house.said().count == 3)
    try house.run(to: "2025-03-12")
    #expect(house.said(.cue).count == 2 + 3 + 5)
  }

  @Test("a dead battery's 1970 and the right time again")
  func epoch() throws {
    var house = try house()
    try house.run(to: "17:08")
    try house.setClock(at: "17:08", by: -house.now.seconds)
    try house.run(to: house.now + 3600)
    let right = try utc("2026-03-10T17:14")
    try house.setClock(at: "1970-01-01T02:00", by: right - house.now)
    try house.run(to: "17:21")
    #expect(
      house.said().suffix(2) == ["17:14 ros: catch-up tablet-ends/otter/15 11m", "17:20 ros: tablet-ends/otter/5 5m"])
  }

  @Test("food is not offered again in an hour that comes twice")
  func fuel() throws {
    var house = try House(Family("12:00 lunch food water\n20:30 bed sleep"), from: "2026-03-10T11:00")
    try house.setClock(at: "14:30", by: -3600)
    try house.run(to: "16:01")
    #expect(house.said(.fuel) == ["14:00 ros: fuel otter and move", "16:00 ros: fuel otter and move"])
  }

  @Test("a nudge is not made again on its date")
  func nudge() throws {
    var family = try Family(children: [], "")
    try family.add(goal: "walk") { $0.windows = [try window("10:00-12:00")] }
    var house = try House(family, from: "2026-03-10T09:00")
    try house.setClock(at: "10:30", by: -3600)
    try house.run(to: "12:00")
    #expect(house.said(.nudge) == ["10:00 ros: nudge walk full"])
  }

  @Test("a nudge in a future that was not lived holds nothing back")
  func nudgeAhead() throws {
    var family = try Family(children: [], "")
    for goal in ["walk", "read"] { try family.add(goal: goal) { $0.windows = [try window("10:00-12:00")] } }
    var house = try House(family, from: "2026-03-10T09:00")
    try house.setClock(at: "09:30", by: 14 * day)
    try house.setClock(at: "2026-03-24T10:05", by: -14 * day)
    try house.run(to: "2026-03-10T12:00")
    #expect(house.said(.nudge) == ["03-24 10:00 ros: nudge walk full", "10:05 ros: nudge walk full"])
  }

  @Test("the wall's own change in spring and autumn is none: each step once, in an hour that is skipped or comes twice")
  func summerTime() throws {
    for (night, said) in [
      ("2026-03-28", ["00:50", "02:30", "02:45"]), ("2026-10-24", ["00:50", "01:30", "02:45"]),
    ] {
      let family = try Family(carers: ["ros quiet never"], "00:50 drink [0]\n01:30 settle [0]\n02:45 check [0]")
      var house = try House(family, from: "\(night)T12:00")
      try house.run(to: try house.instant(night) + 40 * 3600)
      #expect(house.said(.cue).map { String($0.dropFirst(6).prefix(5)) } == said)
    }
  }

  @Test("the first rungs of the day after a date that the zone skipped are said before it begins")
  func afterASkippedDate() throws {
    let family = try Family(zone: "Pacific/Apia", "00:09 moonrise [20 5]")
    var house = try House(family, from: "2011-12-29T22:00")
    try house.run(to: "2011-12-31T01:00")
    #expect(house.ledger.rows.contains { $0.id == "2011-12-31/moonrise/otter/20" })
  }
}
