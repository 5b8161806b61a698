import HavenCore

// What was lived, date by date, and what people did by kind: what a look back reads. Each is a range of an index, so
// that ten years cost no more than one.

extension SQLiteLedger {
  func replace(_ occurrences: [Occurrence], of date: CivilDate) throws(StoreError) {
    try connection.statement("DELETE FROM occurrence WHERE date = ?1").run(.text("\(date)"))
    for occurrence in occurrences {
      try connection.statement(
        """
        INSERT OR REPLACE INTO occurrence (date, at, step, child, size, ladder, mode, place)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """
      ).run(
        .text("\(date)"), .integer(occurrence.at.seconds / 60), .text(occurrence.step), .text(occurrence.child),
        Value(occurrence.size?.rawValue), .text(occurrence.ladder), .text(occurrence.mode.rawValue),
        .text(occurrence.isAway ? "away" : "home"))
    }
  }

  public func occurrences(from: CivilDate, through: CivilDate) throws(StoreError) -> [Occurrence] {
    var reader = OccurrenceReader()
    let rows = try connection.statement(
      """
      SELECT date, at, step, child, size, ladder, mode, place FROM occurrence
      WHERE date BETWEEN ?1 AND ?2 ORDER BY date, step, child
      """
    ).rows(.text("\(from)"), .text("\(through)")) { reader.occurrence($0) }
    // They come in the order of the table's key, and days are nearly in order of time: SQLite would sort all of them by
    // four texts, which takes longer than reading them.
    return rows.indices.sorted { a, b in
      (rows[a].date, rows[a].at, a) < (rows[b].date, rows[b].at, b)
    }.map { rows[$0] }
  }

  public func firstOccurrence() throws(StoreError) -> CivilDate? {
    try connection.statement(
      "SELECT min(date) FROM (SELECT min(date) AS date FROM occurrence UNION ALL SELECT min(monday) FROM week)"
    ).row { $0.optionalText(0) }.flatMap { $0 }.flatMap { CivilDate($0) }
  }

  public func acts(ofKinds kinds: [String], from: Instant, to: Instant) throws(StoreError) -> [Act] {
    var reader = ActReader()
    var acts: [Act] = []
    for kind in kinds {
      try connection.statement(
        """
        SELECT id, at, date, carer, command FROM act INDEXED BY act_kind
        WHERE kind = ?1 AND at >= ?2 AND at < ?3 AND undone_at IS NULL
        """
      ).each(.text(kind), Value(from), Value(to)) { (row) throws(StoreError) in
        if let act = reader.act(row) { acts.append(act) }
      }
    }
    // By their places: an act is a lot to move about.
    return acts.indices.sorted { acts[$0].id < acts[$1].id }.map { acts[$0] }
  }
}

private struct OccurrenceReader {
  private var date = Recurring<CivilDate>()
  private var mode = Recurring<Mode>()
  private var size = Recurring<Size>()
  private var isAway = Recurring<Bool>()
  private var texts = RecurringTexts()

  /// Columns `date, at, step, child, size, ladder, mode, place`; nil for what a later Haven wrote.
  mutating func occurrence(_ row: Row) -> Occurrence? {
    guard let date = date.read(row, 0, CivilDate.init(utf8:)), let mode = mode.read(row, 6) else { return nil }
    return Occurrence(
      date: date, at: TimeOfDay(seconds: row.integer(1) * 60), step: texts.text(row, 2), child: texts.text(row, 3),
      mode: mode, isAway: isAway.read(row, 7) { "away" ~= PlainWord(bytes: $0) } ?? false, size: size.read(row, 4),
      ladder: texts.text(row, 5))
  }
}
