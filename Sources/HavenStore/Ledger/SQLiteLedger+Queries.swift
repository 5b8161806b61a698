import HavenCore

extension SQLiteLedger {
  public func entries(id: String) throws(StoreError) -> [LedgerEntry] {
    try connection.statement(
      "SELECT id, kind, state, reason, due_at, at, carer, until, subject FROM entry WHERE id = ?1 ORDER BY seq"
    ).rows(.text(id), read: LedgerEntry.init)
  }

  public func entries(idPrefix: String) throws(StoreError) -> [LedgerEntry] {
    // Ids are compared as bytes, and no byte of UTF-8 is as great as that of U+10FFFF: a range of the index, where LIKE
    // would read all of it.
    try connection.statement(
      """
      SELECT id, kind, state, reason, due_at, at, carer, until, subject FROM entry
      WHERE id >= ?1 AND id < ?1 || char(0x10ffff) ORDER BY seq
      """
    ).rows(.text(idPrefix), read: LedgerEntry.init)
  }

  public func entries(from: Instant, to: Instant) throws(StoreError) -> [LedgerEntry] {
    try connection.statement(
      """
      SELECT id, kind, state, reason, due_at, at, carer, until, subject FROM entry
      WHERE at >= ?1 AND at < ?2 ORDER BY seq
      """
    ).rows(Value(from), Value(to), read: LedgerEntry.init)
  }

  public func nudges(of goal: GoalID, from: Instant, to: Instant) throws(StoreError) -> [LedgerEntry] {
    try connection.statement(
      """
      SELECT id, kind, state, reason, due_at, at, carer, until, subject FROM entry AS this
      WHERE kind = 'nudge' AND subject = ?1 AND due_at >= ?2 AND due_at < ?3
        AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.id = this.id AND later.seq > this.seq)
      ORDER BY due_at, seq
      """
    ).rows(.text(goal), Value(from), Value(to), read: LedgerEntry.init)
  }

  public func acts(from: Instant, to: Instant) throws(StoreError) -> [Act] {
    var reader = ActReader()
    return try connection.statement(
      """
      SELECT id, at, date, carer, command FROM act WHERE at >= ?1 AND at < ?2 AND undone_at IS NULL ORDER BY id
      """
    ).rows(Value(from), Value(to)) { reader.act($0) }
  }
}

extension LedgerEntry {
  /// Columns `id, kind, state, reason, due_at, at, carer, until, subject`.
  ///
  /// Nil for a kind or a state that this Haven does not know. None is ever written without a new schema version, so
  /// only a database changed by other hands has one; an unknown reason, which nothing is decided by, is left out.
  init?(_ row: Row) {
    guard let kind = Line.Kind(rawValue: row.text(1)), let state = State(rawValue: row.text(2)) else { return nil }
    self.init(
      id: row.text(0), kind: kind, state: state, reason: row.optionalText(3).flatMap(Reason.init(rawValue:)),
      dueAt: row.instant(4), at: row.instant(5), to: row.optionalText(6), until: row.optionalInstant(7),
      subject: row.optionalText(8))
  }
}
