import Testing

@testable import HavenCore

/// The first `[[day]]` that matches names the day, and brings its routines.
struct DayKindTests {
  private let tuesday = "2026-03-10"
  private let saturday = "2026-03-14"

  private func family(_ kinds: DayKind..., calendars: [Calendar] = []) throws -> Family {
    var family = try Family("")
    family.household.dayKinds = kinds
    family.household.calendars = calendars
    return family
  }

  private func kind(_ id: String, _ change: (inout DayKind) throws -> Void = { _ in }) rethrows -> DayKind {
    var kind = DayKind(id: id)
    try change(&kind)
    return kind
  }

  private let weekend = WeekdaySet([.saturday, .sunday])

  @Test("the first that matches wins, in the order written")
  func order() throws {
    let family = try family(kind("weekend") { $0.on = weekend }, kind("every-day"), kind("never-reached"))
    #expect(try family.plan(saturday).kind == "weekend")
    #expect(try family.plan(tuesday).kind == "every-day")
  }

  @Test("a date that nothing matches is plain")
  func plain() throws {
    let family = try family(kind("weekend") { $0.on = weekend })
    #expect(try family.plan(tuesday).kind == "plain")
  }

  @Test("any of weekdays, dates and rule may say yes")
  func anyCondition() throws {
    let family = try family(
      kind("odd") {
        $0.on = weekend
        $0.dates = [try date("2026-03-10")]
        $0.rule = try Recurrence(parsing: "FREQ=WEEKLY;INTERVAL=2")
        $0.ruleFrom = try date("2026-03-05")
      })
    let kinds = try ["2026-03-10", "2026-03-11", "2026-03-14", "2026-03-12", "2026-03-19"].map {
      try family.plan($0).kind
    }
    #expect(kinds == ["odd", "plain", "odd", "plain", "odd"])
  }

  @Test("one of its `within` calendars must hold, and none of its `not` calendars")
  func calendars() throws {
    let term = Calendar(id: "term", dates: .range(try date("2026-03-09"), try date("2026-03-13")))
    let camp = Calendar(id: "camp", dates: .listed([try date("2026-03-20")]))
    let closed = Calendar(id: "closed", dates: .listed([try date("2026-03-11")]))
    let family = try family(
      kind("school") {
        $0.within = ["term", "camp"]; $0.not = ["closed"]
      }, calendars: [term, camp, closed])
    let kinds = try ["2026-03-08", "2026-03-09", "2026-03-11", "2026-03-13", "2026-03-14", "2026-03-20"].map {
      try family.plan($0).kind
    }
    #expect(kinds == ["plain", "school", "plain", "school", "plain", "school"])
  }

  @Test("a calendar narrows what the weekdays say yes to")
  func both() throws {
    let term = Calendar(id: "term", dates: .range(try date("2026-03-09"), try date("2026-03-15")))
    let family = try family(
      kind("soft") {
        $0.on = weekend; $0.within = ["term"]
      }, calendars: [term])
    #expect(try family.plan(tuesday).kind == "plain")
    #expect(try family.plan(saturday).kind == "soft")
    #expect(try family.plan("2026-03-21").kind == "plain")
  }

  @Test("a calendar from a file covers the days of its events, the last before its end")
  func events() throws {
    let camp = CalendarEvent(uid: "1", first: try date("2026-03-10"), length: 2)
    let family = try family(
      kind("camp") { $0.within = ["camp"] }, calendars: [Calendar(id: "camp", dates: .events([camp]))])
    let kinds = try ["2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"].map { try family.plan($0).kind }
    #expect(kinds == ["plain", "camp", "camp", "plain"])
  }

  @Test("a routine runs on the kinds it names, on its weekdays; without kinds on every day")
  func routines() throws {
    var family = try family(kind("weekend") { $0.on = weekend })
    try family.add("07:00 wake")
    try family.add("10:00 swim", days: ["weekend"])
    try family.add("10:00 bus", days: ["plain"])
    try family.add("16:00 judo", on: [.tuesday, .thursday])
    #expect(try family.steps(tuesday) == "07:00 wake, 10:00 bus, 16:00 judo")
    #expect(try family.steps("2026-03-11") == "07:00 wake, 10:00 bus")
    #expect(try family.steps(saturday) == "07:00 wake, 10:00 swim")
  }

  @Test("a date that the zone skipped has no steps and no cues, and says nothing")
  func skippedDate() throws {
    var house = try House(Family(zone: "Pacific/Apia", "12:00 lunch hard"), from: "2011-12-29T21:00")
    let family = house.family
    #expect(try family.steps("2011-12-30") == "")
    try house.run(to: "2012-01-01")
    #expect(house.said().filter { $0.hasPrefix("12-30") } == [])
    #expect(house.said().filter { $0.hasPrefix("12-31") }.count == 6)  // five rungs and the digest
  }

  @Test("a holiday is a holiday only where its kind says so")
  func holiday() throws {
    let family = try family(
      kind("break") {
        $0.on = weekend; $0.isHoliday = true
      }, kind("ordinary"))
    #expect(try family.plan(saturday).isHoliday)
    #expect(try !family.plan(tuesday).isHoliday)
  }
}
