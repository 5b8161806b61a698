import HavenCore

// Weeks of which the counts alone are kept.

extension SQLiteLedger {
  public func countedTo() throws(StoreError) -> CivilDate? {
    try connection.statement("SELECT counted_to FROM meta").row { $0.optionalText(0) }
      .flatMap { $0 }.flatMap { CivilDate($0) }
  }

  public func countedWeeks(from: CivilDate, through: CivilDate) throws(StoreError) -> [CountedWeek] {
    guard let end = try countedTo(), from < end else { return [] }
    let rows = try connection.statement(
      """
      SELECT monday, child, step, times, hard, settle_halves, apart FROM week WHERE monday BETWEEN ?1 AND ?2
      """
    ).rows(.text("\(from)"), .text("\(through)")) { WeekCount($0) }
    let apart = try connection.statement(
      "SELECT monday, child, soft_days, soft_changes, away_changes FROM week_apart WHERE monday BETWEEN ?1 AND ?2"
    ).rows(.text("\(from)"), .text("\(through)")) { row in
      CivilDate(row.text(0)).map { (monday: $0, apart: CountedWeek.Apart(row, monday: $0)) }
    }
    let rowsByWeek = Dictionary(grouping: rows, by: \.monday)
    let apartByWeek = Dictionary(grouping: apart, by: \.monday)
    // A week with nothing in it is kept, too: it is known that there was nothing.
    return stride(from: from.startOfWeek.dayNumber, through: min(through, end - 1).dayNumber, by: 7).map { day in
      let monday = CivilDate(dayNumber: day)
      return CountedWeek(
        monday: monday, rowsByWeek[monday] ?? [], apart: (apartByWeek[monday] ?? []).map(\.apart))
    }.filter { $0.monday >= from }
  }
}

extension Ledger {
  /// Hard moments of these dates, as the household counts them, whenever they were recorded.
  public func moments(from first: CivilDate, through last: CivilDate, zone: Zone) throws(StoreError) -> [LivedMoment] {
    // A moment is recorded within a day of it; another, for a zone that has changed.
    try acts(ofKinds: ["hard"], from: zone.startOfDay(first), to: zone.startOfDay(last + 3))
      .compactMap { LivedMoment($0, zone: zone) }.filter { $0.date >= first && $0.date <= last }
  }
}

extension WeekCount {
  /// Columns `monday, child, step, times, hard, settle_halves, apart`.
  init?(_ row: Row) {
    guard let monday = CivilDate(row.text(0)) else { return nil }
    self.init(
      monday: monday, child: row.text(1), step: row.text(2), times: row.integer(3), hard: row.integer(4),
      settle: row.optionalInteger(5).map(Half.init(halves:)), apart: row.integer(6))
  }
}

extension CountedWeek.Apart {
  /// Columns `child, soft_days, soft_changes, away_changes` after the first.
  fileprivate init(_ row: Row, monday: CivilDate) {
    let days = row.integer(2)
    self.init(
      child: row.text(1), softDates: Set((0..<7).filter { days & 1 << $0 != 0 }.map { monday + $0 }),
      softChanges: row.integer(3), awayChanges: row.integer(4))
  }
}
