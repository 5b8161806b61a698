import HavenCore
import Testing

@testable import HavenStore

struct QueryTests {
  let ledger = SQLiteLedger.inMemory()

  @Test("an entry comes back as it was written, with all it has and without what it has not")
  func whole() throws {
    let full = LedgerEntry(
      id: "2026-03-10/tablet-ends/otter/L2", kind: .cue, state: .snoozed, reason: .nobodyOnDuty, dueAt: teatime,
      at: teatime + 5, to: "ros", until: teatime + 300, subject: "otter")
    let bare = LedgerEntry(id: "x", kind: .digest, state: .missed, dueAt: teatime - 1, at: teatime)
    try ledger.commit([.entry(full), .entry(bare)], at: teatime)
    #expect(try ledger.entries(id: full.id) == [full])
    #expect(try ledger.entries(id: "x") == [bare])
    #expect(try ledger.entries(id: "2026-03-10/tablet-ends/otter/L") == [])
  }

  @Test("every state, kind and reason has its word", arguments: LedgerEntry.Reason.allCases)
  func words(reason: LedgerEntry.Reason) throws {
    for kind in Line.Kind.allCases {
      for state in LedgerEntry.State.allCases {
        let entry = LedgerEntry(id: "x", kind: kind, state: state, reason: reason, dueAt: teatime, at: teatime)
        try ledger.commit([.entry(entry)], at: teatime)
        #expect(try ledger.entries(id: "x").last == entry)
      }
    }
  }

  @Test("what became of an id is told oldest first, as written, whatever the clock said")
  func order() throws {
    for (state, at) in [(LedgerEntry.State.claimed, 10), (.shown, 5), (.acknowledged, 7)] {
      var change = entry("x", state)
      change.at = teatime + at
      try ledger.commit([.entry(change)], at: teatime + at)
    }
    #expect(try ledger.entries(id: "x").map(\.state) == [.claimed, .shown, .acknowledged])
    #expect(try ledger.history(now: teatime).entries.map(\.state) == [.acknowledged])
  }

  @Test("a prefix finds a step's cues of one date, and no other's")
  func prefix() throws {
    let ids = [
      "2026-03-10/bath/otter/5", "2026-03-10/bath/finch/0", "2026-03-10/bath-2/otter/5", "2026-03-11/bath/otter/5",
    ]
    try ledger.commit(ids.map { .entry(entry($0)) }, at: teatime)
    #expect(try ledger.entries(idPrefix: "2026-03-10/bath/").map(\.id) == Array(ids[..<2]))
    #expect(try ledger.entries(idPrefix: "").count == 4)
    #expect(try ledger.entries(idPrefix: "%").isEmpty)
  }

  @Test("a stretch of time includes its start and excludes its end")
  func stretch() throws {
    for second in 0...3 {
      try ledger.commit(
        [.entry(entry("\(second)", dueAt: teatime + second)), .act(act(second + 1, .noticed(), at: teatime + second))],
        at: teatime + second)
    }
    #expect(try ledger.entries(from: teatime + 1, to: teatime + 3).map(\.id) == ["1", "2"])
    #expect(try ledger.acts(from: teatime + 1, to: teatime + 3).map(\.id) == [2, 3])
  }

  @Test("an act taken back no longer counts, its number is never given again, and its row stays")
  func undo() throws {
    try ledger.commit([.act(act(1, .noticed())), .act(act(2, .repair))], at: teatime)
    try ledger.commit([.undo(act: 2, at: teatime + 5)], at: teatime + 5)
    try ledger.commit([.undo(act: 2, at: teatime + 9), .undo(act: 77, at: teatime)], at: teatime + 9)
    #expect(try ledger.acts(from: teatime, to: teatime + 1).map(\.id) == [1])
    #expect(try ledger.history(now: teatime).lastActID == 2)
    let undoneAt = try ledger.connection.statement("SELECT undone_at FROM act WHERE id = 2").row { $0.instant(0) }
    #expect(undoneAt == teatime + 5)
  }

  @Test("a ledger knows when Haven was last watching: nil when new, later with every commit, back with the clock")
  func alive() throws {
    #expect(try ledger.history(now: teatime).aliveAt == nil)
    try ledger.markAlive(at: teatime)
    #expect(try ledger.history(now: teatime).aliveAt == teatime)
    try ledger.commit([.entry(entry())], at: teatime + 60)
    #expect(try ledger.history(now: teatime).aliveAt == teatime + 60)
    try ledger.commit([], at: teatime - 3600)
    #expect(try ledger.history(now: teatime).aliveAt == teatime - 3600)
  }

  @Test("every question is answered from an index")
  func indexed() throws {
    let plans: [(StaticString, String)] = [
      (
        "EXPLAIN QUERY PLAN SELECT * FROM entry WHERE id = 'x' ORDER BY seq", "SEARCH entry USING INDEX entry_id (id=?)"
      ),
      (
        "EXPLAIN QUERY PLAN SELECT * FROM entry WHERE at >= 1 AND at < 2 ORDER BY seq",
        "SEARCH entry USING INDEX entry_at (at>? AND at<?)"
      ),
      (
        "EXPLAIN QUERY PLAN SELECT max(id) FROM act WHERE lasting = 'x' AND undone_at IS NULL",
        "SEARCH act USING INDEX act_lasting (lasting=?)"
      ),
    ]
    for (sql, plan) in plans {
      let rows = try ledger.connection.statement(sql).rows { $0.text(3) }
      #expect(rows.contains(plan), "\(rows)")
    }
  }
}
