import Testing

@testable import HavenCore

/// What `goals` and `why` tell of a goal's timing is what decides about its nudges.
@Suite("When a goal may be on offer, and what keeps it")
struct GoalOutlookTests {
  private func house(
    _ day: String = "", from: String = "2026-03-10T09:00", _ change: (inout Goal) throws -> Void = { _ in }
  )
    throws -> House
  {
    var family = try Family(carers: ["ros", "imani"], "07:00 wake core\n" + day)
    try family.add(goal: "read", .mind, minutes: 20) {
      $0.windows = [try window("10:00-12:00")]
      $0.smallest = "one page"
      try change(&$0)
    }
    return try House(family, from: from)
  }

  private func outlook(_ house: House) throws -> GoalOutlook {
    var engine = house.engine
    return engine.outlook(on: try #require(engine.household.goals.first), at: house.now)
  }

  private func next(_ house: House) throws -> String? {
    try outlook(house).next.map { "\(house.engine.zone.civil(at: $0).time)" }
  }

  @Test("free, it comes at the beginning of its window")
  func free() throws {
    let house = try house()
    #expect(try next(house) == "10:00")
    #expect(try outlook(house).hold == nil)
  }

  @Test("near a change it waits, and says until when")
  func ladder() throws {
    let house = try house("10:05 play [0]")
    #expect(try outlook(house).hold?.reason == .ladder)
    #expect(try next(house) == "10:20")
  }

  @Test("what it is spent by: its offer of today, the day, done as often as the target goes, offered as often")
  func fill() throws {
    var house = try house { $0.target = Target(low: 1, high: 2, unit: .times, period: .weeks(1)) }
    try house.run(to: "10:01")
    #expect(try outlook(house).fill == .offeredToday)
    #expect(try outlook(house).nudgesToday == 1)
    try house.run(to: "2026-03-12T09:00")
    #expect(try outlook(house).fill == .offers)
    #expect(try outlook(house).nudgesThisWeek == 2)
    try house.at("2026-03-12T09:01", .goal(id: "read", .done))
    try house.at("2026-03-12T09:02", .goal(id: "read", .done))
    #expect(try outlook(house).fill == .target)
    try house.run(to: "2026-03-16T09:00")
    #expect(try outlook(house).fill == nil, "weeks start on Monday")
  }

  @Test("three in a row unanswered, and it sleeps until any word about it")
  func sleeping() throws {
    for act in [GoalAct.keep, .shrink, .part, .done, .notToday] {
      var house = try house()
      try house.run(to: "2026-03-13T09:00")
      #expect(try outlook(house).rest == .sleeping)
      #expect(try next(house) == nil)
      try house.at("2026-03-13T09:01", .goal(id: "read", act))
      #expect(try outlook(house).rest == nil)
      #expect(try next(house) == "10:00")
    }
  }

  @Test("let go it is not offered until it is kept again")
  func letGo() throws {
    var house = try house()
    try house.at("09:01", .goal(id: "read", .letGo))
    #expect(try outlook(house).rest == .letGo)
    try house.at("09:02", .goal(id: "read", .keep))
    #expect(try next(house) == "10:00")
  }

  @Test("made smaller it is offered in its smallest version's words, and keep makes it whole")
  func shrunk() throws {
    var house = try house()
    try house.at("09:01", .goal(id: "read", .shrink))
    #expect(try outlook(house).isShrunk)
    try house.run(to: "10:01")
    let line = try #require(house.lines.last { $0.kind == .nudge })
    #expect(line.subject == .nudge(goal: "read", dose: .full), "the dose is what the rule says")
    var engine = house.engine
    let words = engine.words(for: line, in: Wording(household: engine.household, zone: engine.zone))
    #expect(words.title.lowercased().contains("one page"))
    #expect(!words.title.contains("read"))
    try house.at("10:02", .goal(id: "read", .keep))
    #expect(try !outlook(house).isShrunk)
  }
}
