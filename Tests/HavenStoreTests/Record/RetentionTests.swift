import HavenCore
import Testing

@testable import HavenStore

@Suite("What becomes of old details")
struct RetentionTests {
  /// Monday 2026-03-09.
  private let monday = tuesday - 1

  private func hard(_ id: Int, on date: CivilDate, settle: Int? = nil, child: String? = "otter") -> LedgerChange {
    let at = Instant(seconds: date.dayNumber * day + 61_200)
    return .act(act(id, .hard(HardMoment(child: child, settle: settle, tags: ["tired"], helped: ["food"])), at: at))
  }

  private func tea(_ date: CivilDate, mode: Mode = .ordinary) -> LedgerChange {
    .lived(date, [Occurrence(date: date, at: TimeOfDay(seconds: 61_200), step: "tea", child: "otter", mode: mode)])
  }

  private func ledger() throws -> SQLiteLedger {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit(
      [
        tea(monday), tea(monday + 2), tea(monday + 3, mode: .sick),
        hard(1, on: tuesday, settle: 10), hard(2, on: tuesday + 1, settle: 15), hard(3, on: tuesday + 5),
        .act(act(4, .nurture(child: "otter"))), hard(5, on: tuesday + 7),
      ], at: teatime)
    return ledger
  }

  @Test("a whole week at a time becomes counts: how often a change came and was hard, and the moments at other times")
  func week() throws {
    let ledger = try ledger()
    #expect(try ledger.countOldestWeek(before: monday + 7, zone: .utc) == monday)
    #expect(
      try ledger.weeks(of: "otter") == [
        WeekCount(monday: monday, child: "otter", step: "", times: 3, hard: 3, settle: nil),
        WeekCount(monday: monday, child: "otter", step: "tea", times: 2, hard: 0, settle: nil),
      ])
    #expect(try ledger.acts(from: .distantPast, to: .distantFuture).map(\.id) == [4, 5])
  }

  @Test("a week that is not over yet by then keeps its details")
  func unfinished() throws {
    let ledger = try ledger()
    #expect(try ledger.countOldestWeek(before: monday + 6, zone: .utc) == nil)
    #expect(try ledger.acts(from: .distantPast, to: .distantFuture).count == 5)
  }

  @Test("each week is counted once, and the next call goes on")
  func once() throws {
    let ledger = try ledger()
    #expect(try ledger.countOldestWeek(before: monday + 14, zone: .utc) == monday)
    #expect(try ledger.countOldestWeek(before: monday + 14, zone: .utc) == monday + 7)
    #expect(try ledger.countOldestWeek(before: monday + 14, zone: .utc) == nil)
    #expect(try ledger.weeks(of: "otter").map(\.hard) == [3, 0, 1])
  }

  @Test(
    "how often a change was lived is how often it came; it is told by the counts alone then")
  func lived() throws {
    let ledger = try ledger()
    try ledger.connection.execute(
      """
      INSERT INTO occurrence VALUES ('2026-03-09', 1020, 'bath', 'otter', NULL, '', 'ordinary', 'home'),
        ('2026-03-10', 1020, 'bath', 'otter', NULL, '', 'ordinary', 'home'),
        ('2026-03-15', 1020, 'bath', 'otter', NULL, '', 'ordinary', 'home'),
        ('2026-03-16', 1020, 'bath', 'otter', NULL, '', 'ordinary', 'home')
      """)
    _ = try ledger.countOldestWeek(before: monday + 7, zone: .utc)
    #expect(try ledger.weeks(of: "otter").first { $0.step == "bath" }?.times == 3)
    let left = try ledger.connection.statement("SELECT date FROM occurrence").rows { $0.text(0) }
    #expect(left == ["2026-03-16"])
  }

  @Test("a moment of all the children is counted for none alone")
  func all() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit([hard(1, on: tuesday, child: nil)], at: teatime)
    _ = try ledger.countOldestWeek(before: monday + 7, zone: .utc)
    #expect(try ledger.weeks(of: "").map(\.hard) == [1])
  }

  @Test("an empty ledger has nothing to count")
  func empty() throws { #expect(try SQLiteLedger.inMemory().countOldestWeek(before: monday, zone: .utc) == nil) }

  @Test("the family's words go, and the act goes on counting")
  func words() throws {
    let words = try #require(CommandWords(json: #"{"noticed":{"text":"shared her pear"}}"#))
    #expect(words.withoutNotes == #"{"noticed":{"text":""}}"#)
    #expect(CommandWords(json: #"{"noticed":{}}"#)?.withoutNotes == nil)
  }

  @Test("the counts of a week that is still there are the ones it will leave")
  func ahead() throws {
    let ledger = try ledger()
    let before = try ledger.counts(ofWeek: monday, child: "otter", zone: .utc)
    _ = try ledger.countOldestWeek(before: monday + 7, zone: .utc)
    #expect(try ledger.counts(ofWeek: monday, child: "otter", zone: .utc) == before)
    #expect(before.count == 2)
  }
}
