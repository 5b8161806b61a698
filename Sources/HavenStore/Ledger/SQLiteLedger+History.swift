import HavenCore

extension SQLiteLedger {
  public func history(now: Instant) throws(StoreError) -> History {
    var history = History()
    let entriesFrom = now - History.entryDays * 86_400
    history.entries = try nudges(before: entriesFrom) + latestEntries(from: entriesFrom)
    history.acts = try acts(now: now)
    let meta = try connection.statement("SELECT alive_at, last_act FROM meta").row {
      (aliveAt: $0.optionalInstant(0), lastAct: $0.integer(1))
    }
    history.aliveAt = meta?.aliveAt
    history.lastActID = meta?.lastAct ?? 0
    return history
  }

  /// The log is the only truth; that no later row of the same id follows is one look into the index of ids.
  private func latestEntries(from: Instant) throws(StoreError) -> [LedgerEntry] {
    try connection.statement(
      """
      SELECT id, kind, state, reason, due_at, at, carer, until, subject FROM entry AS this
      WHERE due_at >= ?1
        AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.id = this.id AND later.seq > this.seq)
      ORDER BY due_at, seq
      """
    ).rows(Value(from), read: LedgerEntry.init)
  }

  /// Of each goal's last eight nudges, those due before an instant; the later ones are among the latest entries.
  ///
  /// Jumps from one goal to the next in the index, however many nudges each has.
  private func nudges(before: Instant) throws(StoreError) -> [LedgerEntry] {
    try connection.statement(
      """
      WITH RECURSIVE goal (id) AS (
        SELECT min(subject) FROM entry WHERE kind = 'nudge' AND subject IS NOT NULL
        UNION ALL
        SELECT (SELECT min(subject) FROM entry WHERE kind = 'nudge' AND subject IS NOT NULL AND subject > goal.id)
        FROM goal WHERE goal.id IS NOT NULL)
      SELECT entry.id, kind, state, reason, due_at, at, carer, until, subject
      FROM goal JOIN entry ON entry.seq IN (
        SELECT seq FROM entry AS this
        WHERE kind = 'nudge' AND subject = goal.id
          AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.id = this.id AND later.seq > this.seq)
        ORDER BY due_at DESC, seq DESC LIMIT 8)
      WHERE due_at < ?1
      ORDER BY due_at, seq
      """
    ).rows(Value(before), read: LedgerEntry.init)
  }

  /// A hundred days of acts, and before them the latest of each lasting kind: the one that counts again when a newer is
  /// taken back.
  private func acts(now: Instant) throws(StoreError) -> [Act] {
    var reader = ActReader()
    let from = now - 100 * 86_400
    let lasting = try connection.statement(
      """
      WITH RECURSIVE key (text) AS (
        SELECT min(lasting) FROM act WHERE lasting IS NOT NULL AND undone_at IS NULL
        UNION ALL
        SELECT (SELECT min(lasting) FROM act WHERE lasting > key.text AND undone_at IS NULL)
        FROM key WHERE key.text IS NOT NULL)
      SELECT act.id, at, date, carer, command FROM key
      JOIN act ON act.id = (SELECT max(id) FROM act WHERE lasting = key.text AND undone_at IS NULL AND at < ?1)
      WHERE ends_at IS NULL OR ends_at > ?2
      """
    ).rows(Value(from), Value(now)) { reader.act($0) }
    let recent = try connection.statement(
      "SELECT id, at, date, carer, command FROM act WHERE at >= ?1 AND undone_at IS NULL"
    ).rows(Value(from)) { reader.act($0) }
    return (lasting + recent).sorted { $0.id < $1.id }
  }
}
