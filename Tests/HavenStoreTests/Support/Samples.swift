import HavenCore

@testable import HavenStore

/// 2026-03-10T17:05Z, a Tuesday.
let teatime = Instant(seconds: 1_773_162_300)
let tuesday = CivilDate(dayNumber: 20_522)
let day = 86_400

func entry(
  _ id: String = "2026-03-10/tablet-ends/otter/10", _ state: LedgerEntry.State = .shown, kind: Line.Kind = .cue,
  dueAt: Instant = teatime, subject: String? = nil
) -> LedgerEntry {
  LedgerEntry(id: id, kind: kind, state: state, dueAt: dueAt, at: dueAt, to: "ros", subject: subject)
}

func act(_ id: Int, _ command: Command, at: Instant = teatime, by carer: CarerID = "ros") -> Act {
  Act(id: id, at: at, date: CivilDate(dayNumber: at.seconds / day), by: carer, command: command)
}

extension SQLiteLedger {
  /// No page may be added: the next change that needs one finds the disk full.
  func fillDisk() throws { _ = try connection.statement("PRAGMA max_page_count = 1").row { $0.integer(0) } }
  func makeRoom() throws { _ = try connection.statement("PRAGMA max_page_count = 100000").row { $0.integer(0) } }
}

/// More than fits into the pages that a ledger has.
let large = String(repeating: "x", count: 20_000)

/// SplitMix64: the same seed, the same story.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
}
