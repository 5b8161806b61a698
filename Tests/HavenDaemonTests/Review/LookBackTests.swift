import HavenAPI
import HavenCore
import HavenStore
import Testing

@testable import HavenDaemon

/// A review is made from the ledger as it is and the engine as it runs; what another login did counts as well, once.
@Suite("Looking back, from a real ledger")
struct LookBackTests {
  /// A Monday.
  private let monday = CivilDate("2026-03-09")!  // a date
  private let day = 86_400

  private var household: Household {
    var household = Household()
    household.carers = ["ros", "imani"].map { id in
      var carer = Carer(id: id, name: id)
      carer.login = id
      return carer
    }
    household.children = [Child(id: "otter")]
    var lane = RespiteLane(lane: .couple)
    lane.target = Target(low: 8, high: 8, unit: .hours, period: .days(28))
    household.respite = [lane]
    return household
  }

  private func at(_ days: Int, hour: Int) -> Instant { Zone.utc.startOfDay(monday + days) + hour * 3600 }

  private func act(_ id: Int, _ days: Int, _ command: Command, by carer: CarerID, hour: Int = 18) -> Act {
    Act(id: id, at: at(days, hour: hour), date: monday + days, by: carer, command: command)
  }

  private func bath(_ days: Int) -> LedgerChange {
    let six = TimeOfDay("18:00")!  // a time
    return .lived(
      monday + days, [Occurrence(date: monday + days, at: six, step: "bath", child: "otter", ladder: "5 · 0")])
  }

  private func moment(_ settle: Int) -> Command {
    .hard(HardMoment(child: "otter", settle: settle, step: "bath"))
  }

  private func booking(_ from: String, _ to: String) -> Command {
    .respiteBook(lane: .couple, from: CivilDateTime(from)!, to: CivilDateTime(to)!)  // moments
  }

  /// Ros's Haven on a Sunday evening, with what Imani's told it.
  private func engine(_ ledger: SQLiteLedger, now: Instant, theirs: [Act] = []) throws -> Engine {
    var engine = Engine(
      household: household, zone: .utc, history: try ledger.history(now: now), now: now,
      desktop: Engine.Desktop(login: "ros"))
    let shared = theirs.map { act in
      var act = act
      act.origin = "imani"
      return act
    }
    _ = engine.adopt(shared, from: "imani", now: now)
    return engine
  }

  private func review(_ ledger: SQLiteLedger, _ engine: Engine, now: Instant) throws -> ReviewView {
    var copy = engine
    return try ReviewView(try LookBack(ledger: ledger, engine, now: now), &copy, monday: monday, carer: "ros")
  }

  @Test("what the other login recorded, booked and offered is in the week and in respite, and nothing of it twice")
  func shared() throws {
    let ledger = SQLiteLedger.inMemory()
    let now = at(6, hour: 20)
    try ledger.commit(
      (0..<6).map(bath) + [
        .act(act(1, 0, moment(10), by: "ros")), .act(act(2, 1, .nurture(child: "otter"), by: "ros")),
        .act(act(3, 1, booking("2026-03-11T19:00", "2026-03-11T21:00"), by: "ros")),
        .act(act(4, 1, booking("2026-03-12T19:00", "2026-03-12T21:00"), by: "ros")),
      ], at: now)
    let engine = try engine(
      ledger, now: now,
      theirs: [
        act(1, 1, moment(20), by: "imani"), act(2, 2, .nurture(child: "otter"), by: "imani"),
        act(3, 1, booking("2026-03-11T19:00", "2026-03-11T21:00"), by: "imani", hour: 19),
        act(4, 2, .respiteCancel(lane: .couple, from: CivilDateTime("2026-03-12T19:00")!), by: "imani"),
        act(5, 2, .handover(Handover(choices: ["red-or-blue"])), by: "imani"),
      ])
    let view = try review(ledger, engine, now: now)
    #expect([view.week.smooth, view.week.of] == [4, 6])
    #expect(view.week.steps.first?.settleMedian == 15)
    #expect(view.sides.nurtureOffered == 2)
    #expect(view.sides.choicesOffered == 1)
    #expect(view.children.map(\.offered) == [2])
    #expect(view.respite.lanes.map(\.actual) == [2])
  }

  @Test("an evening that kept its order is counted for the grown-ups, and special time of the plan for the child")
  func rhythmAndSpecialTime() throws {
    let ledger = SQLiteLedger.inMemory()
    let now = at(6, hour: 20)
    try ledger.commit(
      (0..<6).map(bath) + [.act(act(1, 1, .delay(step: "bath", minutes: 40), by: "ros", hour: 17))], at: now)
    var household = household
    var routine = Routine(id: "evening", name: "evening")
    var special = Step(id: "cards", at: TimeOfDay("17:30")!, name: "cards")  // a time
    special.tags = [.special]
    special.minutes = 15
    routine.steps = [special, Step(id: "bath", at: TimeOfDay("18:00")!, name: "bath")]  // a time
    household.routines = [routine]
    let engine = Engine(
      household: household, zone: .utc, history: try ledger.history(now: now), now: now,
      desktop: Engine.Desktop(login: "ros"))
    let view = try review(ledger, engine, now: now)
    #expect(view.rhythm == ReviewView.Rhythm(kept: 5, of: 6))
    #expect(view.children.map(\.specialMinutes) == [105])
  }

  @Test("of a week that was counted its counts are told, and that they are all that is kept")
  func counted() throws {
    let ledger = SQLiteLedger.inMemory()
    let now = at(120, hour: 20)
    try ledger.commit(
      (0..<6).map(bath) + [
        .act(act(1, 0, .hard(HardMoment(child: "otter", settle: 5, helped: ["water"], step: "bath")), by: "ros")),
        .act(act(2, 1, .hard(HardMoment(child: "otter", helped: ["water"])), by: "ros")),
        .act(act(3, 1, .nurture(child: "otter"), by: "ros")),
      ], at: at(6, hour: 20))
    let engine = try engine(ledger, now: now)
    let before = try review(ledger, engine, now: now)
    #expect(before.countsOnly == nil)
    #expect(before.helped.map(\.tag) == ["water"])
    #expect(try ledger.countOldestWeek(before: monday + 30, zone: .utc) == monday)
    let after = try review(ledger, engine, now: now)
    #expect(after.countsOnly == true)
    #expect([after.week.smooth, after.week.of] == [5, 6])
    #expect(after.week.steps == before.week.steps)
    #expect(after.elsewhere == 1)
    #expect(after.helped.isEmpty && after.context.isEmpty && after.ladders.isEmpty)
    #expect(after.sides == before.sides)
  }

  @Test("a moment of a counted week that another login recorded is not told a second time")
  func sharedAndCounted() throws {
    let ledger = SQLiteLedger.inMemory()
    let now = at(95, hour: 20)
    try ledger.commit((0..<6).map(bath), at: at(6, hour: 20))
    let engine = try engine(ledger, now: now, theirs: [act(1, 1, moment(20), by: "imani")])
    #expect(engine.sharedMoments.count == 1)
    _ = try ledger.countOldestWeek(before: monday + 30, zone: .utc, shared: engine.sharedMoments)
    let view = try review(ledger, engine, now: now)
    #expect([view.week.smooth, view.week.of] == [5, 6])
    #expect(view.elsewhere == 0)
    #expect(view.context.isEmpty)
  }

  @Test("the quarter tells a carer's own nights to that carer, where anything was said of them")
  func nights() throws {
    let ledger = SQLiteLedger.inMemory()
    let now = at(7 * 20, hour: 12)
    var changes = [bath(0)]
    for week in 0..<19 {
      changes.append(.act(act(2 * week + 1, 7 * week, .night(up: true), by: "ros", hour: 2)))
      changes.append(.act(act(2 * week + 2, 7 * week, .night(up: false), by: "ros", hour: 4)))
    }
    try ledger.commit(changes, at: now)
    let engine = try engine(ledger, now: now)
    var copy = engine
    let past = try LookBack(ledger: ledger, engine, now: now)
    let own = try QuarterView(past, &copy, carer: "ros").trends.filter { $0.what == "sleep" }
    #expect(own.map(\.n) == [13])
    #expect(own.first?.median == 8.71)
    #expect(try QuarterView(past, &copy, carer: "imani").trends.allSatisfy { $0.what != "sleep" })
    let privacy = Privacy(household: household, login: "imani")
    #expect(
      privacy.shown(try QuarterView(past, &copy, carer: "ros"), to: "ros").trends.allSatisfy { $0.what != "sleep" })
  }

  @Test("weeks before the other login's acts are known say nothing of respite and nurture, rather than half of it")
  func half() throws {
    let ledger = SQLiteLedger.inMemory()
    let now = at(7 * 26, hour: 12)
    try ledger.commit([bath(0), .act(act(1, 1, .nurture(child: "otter"), by: "ros"))], at: now)
    let engine = try engine(ledger, now: now)
    var copy = engine
    let view = try QuarterView(try LookBack(ledger: ledger, engine, now: now), &copy, carer: "ros")
    let nurture = try #require(view.trends.first { $0.what == "nurture" })
    #expect(nurture.n == 13)
    #expect(nurture.nBefore <= 1)
    #expect(nurture.words == nil)
  }
}
