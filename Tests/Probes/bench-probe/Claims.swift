import HavenCore
import HavenStore

/// What a notification writes: that it is about to be shown, and that it was; each its own durable transaction.
struct Claims {
  private let ledger: SQLiteLedger
  private let start: Instant

  init(state: String, from start: Instant) throws(StoreError) {
    ledger = try SQLiteLedger(directory: state, now: start)
    self.start = start
  }

  /// - Returns: nanoseconds for all of them.
  func write(_ count: Int) throws(StoreError) -> Int64 {
    let began = ContinuousClock.now
    for number in 0..<count {
      let at = start + number
      let entry = LedgerEntry(
        id: "2026-03-10/step-\(number)/otter/5", kind: .cue, state: .claimed, dueAt: at, at: at, to: "ros")
      try ledger.commit([.entry(entry)], at: at)
      var shown = entry
      shown.state = .shown
      try ledger.commit([.entry(shown)], at: at)
    }
    let spent = (ContinuousClock.now - began).components
    return spent.seconds * 1_000_000_000 + spent.attoseconds / 1_000_000_000
  }
}
