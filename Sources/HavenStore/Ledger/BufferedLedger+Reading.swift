import HavenCore

// What is on the disk and what waits for it, as one; where the disk cannot be read, what waits.
extension BufferedLedger {
  public func history(now: Instant) throws(StoreError) -> History {
    if trouble != nil { retry(now: now) }
    var history = try waiting.isEmpty ? historyOfDisk(now: now) : historyOfAll(now: now)
    history.aliveAt = aliveAt ?? history.aliveAt
    return history
  }

  private func historyOfDisk(now: Instant) -> History {
    for _ in 1...2 {
      if let history = read({ (disk) throws(StoreError) in try disk.history(now: now) }) { return history }
      // A damaged one is set aside now, rather than at the first write.
      retry(now: now)
    }
    return History()
  }

  /// The rules of what a history holds are SQL: so what waits is written to a copy in memory, and read from there.
  private func historyOfAll(now: Instant) throws(StoreError) -> History {
    let copy = read { (disk) throws(StoreError) in try disk.copyInMemory() } ?? .inMemory()
    for transaction in waiting { try copy.commit(transaction.changes, at: transaction.at) }
    return try copy.history(now: now)
  }

  /// What a look at every page of the disk's database found; empty where all is well, nil where it cannot be read, which
  /// `trouble` then tells.
  public func faults() -> [String]? { read { (disk) throws(StoreError) in try disk.quickCheck() } }

  public func entries(id: String) throws(StoreError) -> [LedgerEntry] {
    let onDisk = read { (disk) throws(StoreError) in try disk.entries(id: id) } ?? []
    return onDisk + waitingEntries { $0.id == id }
  }

  public func entries(idPrefix: String) throws(StoreError) -> [LedgerEntry] {
    let onDisk = read { (disk) throws(StoreError) in try disk.entries(idPrefix: idPrefix) } ?? []
    return onDisk + waitingEntries { $0.id.utf8.starts(with: idPrefix.utf8) }
  }

  public func entries(from: Instant, to: Instant) throws(StoreError) -> [LedgerEntry] {
    let onDisk = read { (disk) throws(StoreError) in try disk.entries(from: from, to: to) } ?? []
    return onDisk + waitingEntries { $0.at >= from && $0.at < to }
  }

  public func nudges(of goal: GoalID, from: Instant, to: Instant) throws(StoreError) -> [LedgerEntry] {
    var nudges = read { (disk) throws(StoreError) in try disk.nudges(of: goal, from: from, to: to) } ?? []
    for entry in waitingEntries(where: { $0.kind == .nudge && $0.subject == goal && $0.dueAt >= from && $0.dueAt < to })
    {
      nudges.removeAll { $0.id == entry.id }
      nudges.append(entry)
    }
    return nudges
  }

  public func acts(from: Instant, to: Instant) throws(StoreError) -> [Act] {
    var acts = read { (disk) throws(StoreError) in try disk.acts(from: from, to: to) } ?? []
    for change in waiting.flatMap(\.changes) {
      switch change {
      case .entry, .lived: continue
      case .act(let act): if act.at >= from, act.at < to { acts.append(act) }
      case .undo(let id, _), .erase(let id): acts.removeAll { $0.id == id }
      case .rewrite(let act):
        acts.removeAll { $0.id == act.id }
        if act.at >= from, act.at < to { acts.insert(act, at: acts.firstIndex { $0.id > act.id } ?? acts.endIndex) }
      }
    }
    return acts
  }

  private func waitingEntries(where isWanted: (LedgerEntry) -> Bool) -> [LedgerEntry] {
    waiting.flatMap(\.changes).compactMap { change in
      guard case .entry(let entry) = change, isWanted(entry) else { return nil }
      return entry
    }
  }
}
