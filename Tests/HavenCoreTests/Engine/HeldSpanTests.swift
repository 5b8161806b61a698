import Testing

@testable import HavenCore

/// What waited, from when to when and why, read from the ledger's rows.
struct HeldSpanTests {
  @Test("one that waits has a beginning; one that was said has an end and what became of it")
  func spans() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.at("17:08", .inhibited(true))
    try house.at("17:14", .inhibited(false))
    try house.at("17:18", .notifier(isAvailable: false))
    try house.run(to: "17:21")
    let spans = HeldSpan.all(in: house.ledger.rows)
    #expect(spans.map(\.id) == ["2026-03-10/tablet-ends/otter/15", "2026-03-10/tablet-ends/otter/5"])
    #expect(spans.map(\.reason) == [.doNotDisturb, .noServer])
    #expect(spans.map(\.since) == [try house.instant("17:10"), try house.instant("17:20")])
    #expect(spans.map(\.until) == [try house.instant("17:14"), nil])
    #expect(spans.map(\.outcome) == [.claimed, nil])
  }

  @Test("one reason after another is two stretches; the same reason twice is one")
  func reasons() {
    func row(_ at: Int, _ state: LedgerEntry.State, _ reason: LedgerEntry.Reason? = nil) -> LedgerEntry {
      LedgerEntry(
        id: "x", kind: .cue, state: state, reason: reason, dueAt: Instant(seconds: 0), at: Instant(seconds: at))
    }
    let rows = [row(1, .held, .gap), row(2, .held, .gap), row(3, .held, .nobodyOnDuty), row(4, .missed, .past)]
    let spans = HeldSpan.all(in: rows)
    #expect(spans.map(\.since.seconds) == [1, 3])
    #expect(spans.map(\.until?.seconds) == [3, 4])
    #expect(spans.map(\.outcome) == [.held, .missed])
  }
}
