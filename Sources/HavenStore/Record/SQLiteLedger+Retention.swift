import HavenCore

extension SQLiteLedger {
  /// Makes counts of the oldest week that is older than what is kept, and forgets its details: which hard moments there
  /// were, what lay underneath, what helped, what was noted. One whole week, in one transaction.
  ///
  /// - Parameters:
  ///   - first: the first date whose details are kept.
  ///   - shared: hard moments that were recorded in the Havens of other logins, of any dates.
  /// - Returns: the Monday of the week that was counted; nil where there is none left to count.
  public func countOldestWeek(
    before first: CivilDate, zone: Zone, shared: [LivedMoment] = []
  ) throws(StoreError) -> CivilDate? {
    guard let monday = try uncounted(), monday + 7 <= first else { return nil }
    let counts = try weekInDetail(monday, zone: zone, shared: shared)
    try connection.transaction { () throws(StoreError) in
      for row in counts.rows { try add(row) }
      for apart in counts.apart { try add(apart, monday) }
      try connection.statement("DELETE FROM act WHERE kind = 'hard' AND date < ?1").run(.text("\(monday + 7)"))
      try connection.statement("DELETE FROM occurrence WHERE date < ?1").run(.text("\(monday + 7)"))
      try forgetWords(before: monday + 7)
      try connection.statement("UPDATE meta SET counted_to = ?1").run(.text("\(monday + 7)"))
    }
    return monday
  }

  /// The Monday from which weeks are still to be counted; nil for a ledger of nothing.
  private func uncounted() throws(StoreError) -> CivilDate? {
    if let monday = try countedTo() { return monday }
    let oldest = try connection.statement(
      """
      SELECT min(date) FROM (
        SELECT min(date) AS date FROM act UNION SELECT substr(min(id), 1, 10) FROM entry
        UNION SELECT min(date) FROM occurrence)
      """
    ).row { $0.optionalText(0) }
    return oldest.flatMap { $0 }.flatMap { CivilDate($0) }?.startOfWeek
  }

  /// What a week comes to whose details are all there still.
  func weekInDetail(
    _ monday: CivilDate, zone: Zone, shared: [LivedMoment]
  ) throws(StoreError) -> CountedWeek {
    let moments = try moments(from: monday, through: monday + 6, zone: zone) + shared
    return CountedWeek(
      monday: monday, try occurrences(from: monday, through: monday + 6).with(moments), moments)
  }

  private func add(_ row: WeekCount) throws(StoreError) {
    try connection.statement(
      """
      INSERT INTO week (monday, child, step, times, hard, settle_halves, apart) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT DO UPDATE SET times = max(times, excluded.times), hard = hard + excluded.hard,
        settle_halves = coalesce(settle_halves, excluded.settle_halves), apart = apart + excluded.apart
      """
    ).run(
      .text("\(row.monday)"), .text(row.child), .text(row.step), .integer(row.times), .integer(row.hard),
      Value(row.settle?.halves), .integer(row.apart))
  }

  private func add(_ apart: CountedWeek.Apart, _ monday: CivilDate) throws(StoreError) {
    // A bit for each day, Monday's the lowest.
    let days = apart.softDates.reduce(0) { $0 | 1 << $1.weekday.rawValue }
    try connection.statement(
      """
      INSERT OR REPLACE INTO week_apart (monday, child, soft_days, soft_changes, away_changes)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """
    ).run(
      .text("\(monday)"), .text(apart.child), .integer(days), .integer(apart.softChanges), .integer(apart.awayChanges))
  }

  /// Takes the family's own words out of acts that go on counting, such as promises.
  private func forgetWords(before date: CivilDate) throws(StoreError) {
    let worded = try connection.statement(
      """
      SELECT id, command FROM act
      WHERE date < ?1 AND (command LIKE '%"note":%' OR command LIKE '%"text":%' OR command LIKE '%"words":%')
      """
    ).rows(.text("\(date)")) { (id: $0.integer(0), command: $0.text(1)) }
    for row in worded {
      guard let plain = CommandWords(json: row.command)?.withoutNotes else { continue }
      try connection.statement("UPDATE act SET command = ?2 WHERE id = ?1").run(.integer(row.id), .text(plain))
    }
  }
}
