import HavenCore

extension SQLiteLedger {
  /// Makes counts of the oldest week that is older than what is kept, and forgets its details: which hard moments there
  /// were, what lay underneath, what helped, what was noted. One whole week, in one transaction.
  ///
  /// - Parameter first: the first date whose details are kept.
  /// - Returns: the Monday of the week that was counted; nil where there is none left to count.
  public func countOldestWeek(before first: CivilDate) throws(StoreError) -> CivilDate? {
    guard let monday = try uncounted(), monday + 7 <= first else { return nil }
    let counts = try weekCounts(monday)
    try connection.transaction { () throws(StoreError) in
      for count in counts { try add(count) }
      try connection.statement("DELETE FROM act WHERE kind = 'hard' AND date < ?1").run(.text("\(monday + 7)"))
      try connection.statement("DELETE FROM occurrence WHERE date < ?1").run(.text("\(monday + 7)"))
      try forgetWords(before: monday + 7)
      try connection.statement("UPDATE meta SET counted_to = ?1").run(.text("\(monday + 7)"))
    }
    return monday
  }

  /// The Monday from which weeks are still to be counted; nil for a ledger of nothing.
  private func uncounted() throws(StoreError) -> CivilDate? {
    let counted = try connection.statement("SELECT counted_to FROM meta").row { $0.optionalText(0) }
    if let date = counted.flatMap({ $0 }).flatMap({ CivilDate($0) }) { return date }
    let oldest = try connection.statement(
      "SELECT min(date) FROM (SELECT min(date) AS date FROM act UNION SELECT substr(min(id), 1, 10) FROM entry)"
    ).row { $0.optionalText(0) }
    return oldest.flatMap { $0 }.flatMap { CivilDate($0) }?.startOfWeek
  }

  /// The counts that a week comes to, whose details are all there still.
  func weekCounts(_ monday: CivilDate) throws(StoreError) -> [WeekCount] {
    struct Key: Hashable {
      var child: ChildID
      var step: StepID
    }
    var dates: [Key: Set<CivilDate>] = [:]
    // Ids begin with their date, so a week is a range of them.
    _ = try connection.statement(
      """
      SELECT DISTINCT id FROM entry
      WHERE id >= ?1 AND id < ?2 AND kind IN ('cue', 'catch_up') AND state <> 'cancelled'
      """
    ).rows(.text("\(monday)"), .text("\(monday + 7)")) { row -> Void? in
      guard let id = CueID(row.text(0)) else { return nil }
      dates[Key(child: id.child, step: id.step), default: []].insert(id.date)
      return nil
    }
    var lived: [Key: Int] = [:]
    _ = try connection.statement(
      "SELECT child, step, count(*) FROM occurrence WHERE date BETWEEN ?1 AND ?2 GROUP BY child, step"
    ).rows(.text("\(monday)"), .text("\(monday + 6)")) { row -> Void? in
      lived[Key(child: row.text(0), step: row.text(1))] = row.integer(2)
      return nil
    }
    var moments: [Key: [HardMoment]] = [:]
    var reader = ActReader()
    let acts = try connection.statement(
      """
      SELECT id, at, date, carer, command FROM act
      WHERE kind = 'hard' AND date BETWEEN ?1 AND ?2 AND undone_at IS NULL
      """
    ).rows(.text("\(monday)"), .text("\(monday + 6)")) { reader.act($0) }
    for act in acts {
      guard case .hard(let moment) = act.command else { continue }
      moments[Key(child: moment.child ?? "", step: moment.step ?? ""), default: []].append(moment)
    }
    return Set(dates.keys).union(lived.keys).union(moments.keys).map { key in
      let hard = moments[key, default: []]
      let times = lived[key] ?? dates[key, default: []].count
      return WeekCount(
        monday: monday, child: key.child, step: key.step, times: max(times, hard.count),
        hard: hard.count, settle: middle(hard.compactMap(\.settle)))
    }
  }

  private func add(_ count: WeekCount) throws(StoreError) {
    try connection.statement(
      """
      INSERT INTO week (monday, child, step, times, hard, settle) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT DO UPDATE SET times = max(times, excluded.times), hard = hard + excluded.hard,
        settle = coalesce(settle, excluded.settle)
      """
    ).run(
      .text("\(count.monday)"), .text(count.child), .text(count.step), .integer(count.times), .integer(count.hard),
      Value(count.settle))
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

/// The middle one of some numbers, the mean of the two in the middle rounded half up; nil of none.
private func middle(_ numbers: [Int]) -> Int? {
  guard !numbers.isEmpty else { return nil }
  let sorted = numbers.sorted()
  let upper = sorted[sorted.count / 2]
  return sorted.count % 2 == 1 ? upper : (sorted[sorted.count / 2 - 1] + upper + 1) / 2
}
