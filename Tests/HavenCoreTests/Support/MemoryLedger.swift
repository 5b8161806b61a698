@testable import HavenCore

/// A ledger that remembers every row ever written, in order.
struct MemoryLedger {
  private(set) var rows: [LedgerEntry] = []
  private(set) var acts: [Act] = []
  private(set) var undone: Set<Int> = []
  private(set) var lived: [CivilDate: [Occurrence]] = [:]

  mutating func commit(_ changes: [LedgerChange]) {
    for change in changes {
      switch change {
      case .entry(let entry): rows.append(entry)
      case .act(let act): acts.append(act)
      case .undo(let act, _): undone.insert(act)
      case .lived(let date, let occurrences): lived[date] = occurrences
      case .rewrite(let act):
        acts.removeAll { $0.id == act.id }
        acts.insert(act, at: acts.firstIndex { $0.id > act.id } ?? acts.endIndex)
      case .erase(let act): acts.removeAll { $0.id == act }
      }
    }
  }

  /// The latest row of each id, ordered by id.
  var latest: [LedgerEntry] {
    let latest = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    return latest.values.sorted { $0.id < $1.id }
  }

  func rows(of id: String) -> [LedgerEntry] { rows.filter { $0.id == id } }

  /// What an engine needs to go on from here.
  ///
  /// - Parameter reversed: the rows in the opposite order: an engine must not mind.
  func history(aliveAt: Instant, reversed: Bool = false) -> History {
    var history = History()
    history.entries = reversed ? latest.reversed() : latest
    history.acts = acts.filter { !undone.contains($0.id) }
    history.lastActID = acts.map(\.id).max() ?? 0
    history.aliveAt = aliveAt
    return history
  }
}

extension LedgerEntry {
  /// `shown`, `suppressed: quiet`.
  var summary: String { reason.map { "\(state.rawValue): \($0.rawValue)" } ?? state.rawValue }
}
