/// A ledger that lives in memory: what `simulate` writes to, and restarts from.
struct SimulatedLedger {
  private var entries: [String: LedgerEntry] = [:]
  private var acts: [Act] = []
  private var lastActID = 0

  init(_ history: History) {
    for entry in history.entries { entries[entry.id] = entry }
    acts = history.acts
    lastActID = history.lastActID
  }

  mutating func commit(_ changes: [LedgerChange]) {
    for change in changes {
      switch change {
      case .entry(let entry): entries[entry.id] = entry
      case .act(let act):
        acts.append(act)
        lastActID = max(lastActID, act.id)
      case .lived: break  // a simulation looks forward
      case .undo(let id, _), .erase(let id): acts.removeAll { $0.id == id }
      case .rewrite(let act):
        acts.removeAll { $0.id == act.id }
        acts.insert(act, at: acts.firstIndex { $0.id > act.id } ?? acts.endIndex)
      }
    }
  }

  func history(aliveAt: Instant) -> History {
    var history = History()
    history.entries = entries.values.filter { $0.kind == .nudge || $0.dueAt >= aliveAt - History.entryDays * 86_400 }
    history.acts = acts
    history.lastActID = lastActID
    history.aliveAt = aliveAt
    return history
  }
}
