import HavenCore

// Reading all of it, a piece at a time, so that a long memory costs no more of the computer's than a short one.

extension BufferedLedger {
  /// Acts not taken back, oldest first; what waits in memory for the disk is not among them.
  ///
  /// - Parameters:
  ///   - id: those after this one; 0 for the first piece.
  ///   - dates: the household's.
  /// - Returns: also where the next piece begins; nil with the last.
  public func acts(
    after id: Int, on dates: ClosedRange<CivilDate>, limit: Int
  ) throws(StoreError) -> (acts: [Act], next: Int?) {
    try whole { (disk) throws(StoreError) in try disk.acts(after: id, on: dates, limit: limit) }
  }

  /// What became of lines, in the order it was written, each with its place in the log.
  public func entries(after place: Int, limit: Int) throws(StoreError) -> [(place: Int, entry: LedgerEntry)] {
    try whole { (disk) throws(StoreError) in try disk.entries(after: place, limit: limit) }
  }

  /// The counts of one week, as they will be left of it, or are already.
  ///
  /// - Parameter shared: hard moments that were recorded in the Havens of other logins.
  public func counts(
    ofWeek monday: CivilDate, child: ChildID, zone: Zone, shared: [LivedMoment] = []
  ) throws(StoreError) -> [WeekCount] {
    try whole { (disk) throws(StoreError) in
      try disk.counts(ofWeek: monday, child: child, zone: zone, shared: shared)
    }
  }

  /// The counts that are left of older weeks, oldest first.
  ///
  /// - Parameter child: nil for all.
  public func weeks(of child: ChildID?) throws(StoreError) -> [WeekCount] {
    try whole { (disk) throws(StoreError) in try disk.weeks(of: child) }
  }

  /// What cannot be read is said: half a record must not be taken for all of it.
  private func whole<Result>(_ body: (SQLiteLedger) throws(StoreError) -> Result) throws(StoreError) -> Result {
    if let result = read(body) { return result }
    throw trouble ?? .fault(text: "the ledger is closed", .system(errno: 0))
  }
}

extension SQLiteLedger {
  func acts(
    after id: Int, on dates: ClosedRange<CivilDate>, limit: Int
  ) throws(StoreError) -> (acts: [Act], next: Int?) {
    var reader = ActReader()
    let rows = try connection.statement(
      """
      SELECT id, at, date, carer, command FROM act
      WHERE id > ?1 AND date BETWEEN ?2 AND ?3 AND undone_at IS NULL ORDER BY id LIMIT ?4
      """
    ).rows(
      .integer(id), .text(dates.lowerBound.description), .text(dates.upperBound.description), .integer(limit)
    ) { row in (id: row.integer(0), act: reader.act(row)) }
    return (rows.compactMap(\.act), rows.count == limit ? rows.last?.id : nil)
  }

  func entries(after place: Int, limit: Int) throws(StoreError) -> [(place: Int, entry: LedgerEntry)] {
    try connection.statement(
      """
      SELECT id, kind, state, reason, due_at, at, carer, until, subject, seq FROM entry
      WHERE seq > ?1 ORDER BY seq LIMIT ?2
      """
    ).rows(.integer(place), .integer(limit)) { row in LedgerEntry(row).map { (row.integer(9), $0) } }
  }

  func counts(
    ofWeek monday: CivilDate, child: ChildID, zone: Zone, shared: [LivedMoment] = []
  ) throws(StoreError) -> [WeekCount] {
    if let counted = try countedTo(), monday < counted { return try weeks(of: child).filter { $0.monday == monday } }
    return try weekInDetail(monday, zone: zone, shared: shared).rows.filter { $0.child == child }
  }

  public func weeks(of child: ChildID?) throws(StoreError) -> [WeekCount] {
    try connection.statement(
      """
      SELECT monday, child, step, times, hard, settle_halves, apart FROM week
      WHERE ?1 IS NULL OR child = ?1 ORDER BY monday, child, step
      """
    ).rows(Value(child)) { WeekCount($0) }
  }
}
