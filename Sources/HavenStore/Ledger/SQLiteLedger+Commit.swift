import HavenCore

extension SQLiteLedger {
  public func commit(_ changes: [LedgerChange], at now: Instant) throws(StoreError) {
    guard !changes.isEmpty else { return try markAlive(at: now) }
    // What is claimed is shown next.
    try connection.transaction(isAwaited: changes.contains(where: \.isClaim)) { () throws(StoreError) in
      var lastAct = 0
      for change in changes {
        switch change {
        case .entry(let entry): try insert(entry)
        case .act(let act):
          try insert(act)
          lastAct = max(lastAct, act.id)
        case .undo(let act, let at):
          try connection.statement("UPDATE act SET undone_at = ?2 WHERE id = ?1 AND undone_at IS NULL")
            .run(.integer(act), Value(at))
        case .lived(let date, let occurrences): try replace(occurrences, of: date)
        case .rewrite(let act):
          try erase(act.id)
          try insert(act)
        case .erase(let act): try erase(act)
        }
      }
      try connection.statement(
        "UPDATE meta SET alive_at = ?1, transactions = transactions + 1, last_act = max(last_act, ?2)"
      ).run(Value(now), .integer(lastAct))
    }
    if changes.contains(where: \.removesWords) { emptyLog() }
  }

  /// The log may hold pages from before: with `secure_delete` they go with it. Nothing else reads it, so nothing is in
  /// the way; where the disk is, the next time will do.
  private func emptyLog() {
    _ = try? connection.statement("PRAGMA wal_checkpoint(TRUNCATE)").row { $0.integer(0) }
  }

  public func markAlive(at now: Instant) throws(StoreError) {
    try connection.statement("UPDATE meta SET alive_at = ?1").run(Value(now))
  }

  /// How many commits it holds. One that failed may be among them after all, where the disk failed after writing it.
  func transactionCount() throws(StoreError) -> Int {
    try connection.statement("SELECT transactions FROM meta").row { $0.integer(0) } ?? 0
  }

  private func insert(_ entry: LedgerEntry) throws(StoreError) {
    try connection.statement(
      """
      INSERT INTO entry (id, kind, state, reason, due_at, at, carer, until, subject)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """
    ).run(
      .text(entry.id), .text(entry.kind.rawValue), .text(entry.state.rawValue), Value(entry.reason?.rawValue),
      Value(entry.dueAt), Value(entry.at), Value(entry.to), Value(entry.until), Value(entry.subject))
  }

  /// `secure_delete` overwrites what it said with zeroes.
  private func erase(_ act: Int) throws(StoreError) {
    try connection.statement("DELETE FROM act WHERE id = ?1").run(.integer(act))
  }

  private func insert(_ act: Act) throws(StoreError) {
    let command = try CommandText(act.command)
    try connection.statement(
      """
      INSERT INTO act (id, at, date, carer, kind, subject, lasting, ends_at, command)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """
    ).run(
      .integer(act.id), Value(act.at), .text(act.date.description), .text(act.by), .text(command.kind),
      Value(act.command.subject), Value(act.lastingKey), Value(act.command.endsAt),
      .text(command.json))
  }
}
