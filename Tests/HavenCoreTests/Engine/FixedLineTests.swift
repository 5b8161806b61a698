import Testing

@testable import HavenCore

/// Lines with a time of their own: the digest, marked dates, appointments.
struct FixedLineTests {
  private func said(
    _ family: Family, from: String, to: String, _ play: (inout House) throws -> Void = { _ in }
  ) throws -> [String] {
    var house = try House(family, from: from)
    try play(&house)
    try house.run(to: to)
    return house.said()
  }

  @Test("at the digest time every carer has one digest; on Sundays the review instead")
  func digest() throws {
    let family = try Family(carers: ["ros", "imani"], "")
    #expect(
      try said(family, from: "2026-03-14", to: "2026-03-17") == [
        "20:30 ros: digest", "20:30 imani: digest", "03-15 20:30 ros: review", "03-15 20:30 imani: review",
        "03-16 20:30 ros: digest", "03-16 20:30 imani: digest",
      ])
  }

  @Test("at the family's own time, by the wall across a clock change")
  func ownTime() throws {
    var family = try Family("")
    family.household.settings.digest = try time("19:15")
    var house = try House(family, from: "2026-03-28")
    try house.run(to: "2026-03-30")
    #expect(house.lines.map(\.at) == [try utc("2026-03-28T19:15"), try utc("2026-03-29T18:15")])
  }

  @Test("dropped in the carer's own away, asleep and quiet windows, not rung later")
  func dropped() throws {
    for window in ["away", "asleep", "quiet"] {
      let family = try Family(carers: ["ros \(window) 20:00-20:45", "imani"], "")
      #expect(try said(family, from: "2026-03-10", to: "2026-03-11") == ["20:30 imani: digest"])
    }
  }

  @Test("a respite window takes a carer off duty, and leaves them their own lines")
  func respite() throws {
    var family = try Family("")
    var lane = RespiteLane(lane: .solo("ros"))
    lane.weekly = [try window("19:00-22:00")]
    family.household.respite = [lane]
    #expect(try said(family, from: "2026-03-10", to: "2026-03-11") == ["20:30 ros: digest"])
  }

  @Test("a marked date is told at the digest time of each heads-up, to the child's key carers, in order")
  func marked() throws {
    var family = try Family(carers: ["ros", "imani", "jo"], children: ["otter 5 key:jo,ros"], "")
    family.household.markedDates = [MarkedDate(date: try date("2026-03-24"), child: "otter", headsUp: [14, 3])]
    let marked = try said(family, from: "2026-03-09", to: "2026-03-25").filter { $0.contains("marked") }
    #expect(
      marked == [
        "03-10 20:30 jo: marked 14d", "03-10 20:30 ros: marked 14d", "03-21 20:30 jo: marked 3d",
        "03-21 20:30 ros: marked 3d",
      ])
  }

  @Test("a marked date without a child is for all carers, and leaves no trace on the desktop")
  func markedForAll() throws {
    var family = try Family(carers: ["ros", "imani"], "")
    family.household.markedDates = [MarkedDate(date: try date("2026-03-11"), headsUp: [1, 0])]
    var house = try House(family, from: "2026-03-10")
    try house.run(to: "2026-03-12")
    #expect(
      house.said(.marked) == [
        "20:30 ros: marked 1d", "20:30 imani: marked 1d", "03-11 20:30 ros: marked 0d", "03-11 20:30 imani: marked 0d",
      ])
    #expect(Set(house.deliveries.filter { $0.line.kind == .marked }.map(\.isTransient)) == [true])
  }

  private func withAppointment(_ start: String, _ rule: String? = nil) throws -> Family {
    var family = try Family(carers: ["ros quiet never", "imani"], "")
    try family.add(goal: "therapy") { goal in
      goal.appointment = .init(start: try civil(start), rule: try rule.map { try Recurrence(parsing: $0) })
    }
    return family
  }

  private func appointments(_ family: Family, from: String, to: String) throws -> [String] {
    try said(family, from: from, to: to).filter { $0.contains("appointment") }
  }

  @Test("an appointment is told twenty-four hours and two hours before, to its carer only")
  func appointment() throws {
    #expect(
      try appointments(withAppointment("2026-03-12T11:00"), from: "2026-03-10", to: "2026-03-14") == [
        "03-11 11:00 ros: appointment therapy 24h", "03-12 09:00 ros: appointment therapy 2h",
      ])
  }

  @Test("leads are elapsed hours, over midnight and over a clock change")
  func elapsed() throws {
    #expect(
      try appointments(withAppointment("2026-03-29T03:30"), from: "2026-03-27", to: "2026-03-30") == [
        "03-28 02:30 ros: appointment therapy 24h", "03-29 00:30 ros: appointment therapy 2h",
      ])
  }

  @Test("one that comes again is told each time")
  func recurring() throws {
    let family = try withAppointment("2026-03-06T11:00", "FREQ=WEEKLY;INTERVAL=2")
    #expect(
      try appointments(family, from: "2026-03-10", to: "2026-04-04") == [
        "03-19 11:00 ros: appointment therapy 24h", "03-20 09:00 ros: appointment therapy 2h",
        "04-02 11:00 ros: appointment therapy 24h", "04-03 09:00 ros: appointment therapy 2h",
      ])
  }

  @Test("what was before Haven began is not told")
  func begun() throws {
    #expect(
      try appointments(withAppointment("2026-03-12T11:00"), from: "2026-03-11T12:00", to: "2026-03-13") == [
        "03-12 09:00 ros: appointment therapy 2h"
      ])
  }

  @Test("lines of one moment come in the order digest, marked, appointment")
  func order() throws {
    var family = try withAppointment("2026-03-11T20:30")
    family.household.markedDates = [MarkedDate(date: try date("2026-03-11"), headsUp: [1])]
    family.household.carers.removeLast()
    #expect(
      try said(family, from: "2026-03-10", to: "2026-03-11") == [
        "20:30 ros: digest", "20:30 ros: marked 1d", "20:30 ros: appointment therapy 24h",
      ])
  }

  @Test("each is said once, however often the day is looked at")
  func once() throws {
    var house = try House(Family(""), from: "2026-03-10T20:00")
    try house.at("20:30", .fed(child: "otter"))
    house.look()
    try house.at("20:30", .drank(child: "otter"))
    house.look()
    try house.reload(at: "20:31") { $0.household.settings.digest = try time("20:35") }
    try house.run(to: "21:00")
    #expect(house.said() == ["20:30 ros: digest"])
  }

  @Test("a line on its way to the desktop is not said again when do-not-disturb ends")
  func onItsWay() throws {
    var house = try House(Family(""), from: "2026-03-10T20:00")
    house.confirmsDelivery = false
    try house.at("20:30:10", .inhibited(true))
    try house.at("20:30:20", .inhibited(false))
    try house.run(to: "20:31")
    let said = house.said()
    #expect(said == ["20:30 ros: digest"])
    house.handle(.delivered(try house.delivery(of: "digest/ros")))
    #expect(house.state("digest/ros") == "shown")
  }
}
