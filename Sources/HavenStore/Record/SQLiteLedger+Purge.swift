import HavenCore

extension SQLiteLedger {
  /// What it holds of a child, and of what is called after them.
  ///
  /// - Parameter recent: from when on rows about others stay, so that nothing is said twice.
  public func trace(of mention: NameMention, recent: CivilDate) throws(StoreError) -> ChildTrace {
    try pass(over: mention, recent: recent, erasing: false)
  }

  /// Erases a child: every row about them, taken-back ones too, the name in notes about others, and then every byte that
  /// deleting leaves behind, in the file and in its log.
  ///
  /// - Returns: what was erased.
  public func erase(_ mention: NameMention, recent: CivilDate) throws(StoreError) -> ChildTrace {
    var trace = ChildTrace()
    try connection.transaction { () throws(StoreError) in
      trace = try pass(over: mention, recent: recent, erasing: true)
    }
    try sweep()
    return trace
  }

  /// Rewrites the file from what is left, and empties the log. `secure_delete` zeroes what is deleted; a page that was
  /// split or merged before may still hold a copy of a row, and VACUUM leaves none of them.
  func sweep() throws(StoreError) {
    try connection.execute("VACUUM")
    let isBusy = try connection.statement("PRAGMA wal_checkpoint(TRUNCATE)").row { $0.integer(0) }
    if isBusy == 1 { throw .busy(path: connection.path, by: .program(pid: nil)) }
  }

  private func pass(over mention: NameMention, recent: CivilDate, erasing: Bool) throws(StoreError) -> ChildTrace {
    var trace = ChildTrace()
    try passOverEntries(mention, recent: recent, erasing: erasing, &trace)
    try passOverActs(mention, recent: recent, erasing: erasing, &trace)
    let lived = try connection.statement("SELECT DISTINCT child, step FROM occurrence").rows { row in
      (child: row.text(0), step: row.text(1))
    }
    for change in lived where change.child == mention.name || mention.occurs(in: change.step) {
      let key: (Value, Value) = (.text(change.child), .text(change.step))
      trace.lived +=
        try connection.statement("SELECT count(*) FROM occurrence WHERE child = ?1 AND step = ?2")
        .row(key.0, key.1) { $0.integer(0) } ?? 0
      guard erasing else { continue }
      try connection.statement("DELETE FROM occurrence WHERE child = ?1 AND step = ?2").run(key.0, key.1)
    }
    let weeks = try connection.statement("SELECT monday, child, step FROM week").rows { row in
      (monday: row.text(0), child: row.text(1), step: row.text(2))
    }
    for week in weeks where week.child == mention.name || mention.occurs(in: week.step) {
      trace.weeks += 1
      guard erasing else { continue }
      try connection.statement("DELETE FROM week WHERE monday = ?1 AND child = ?2 AND step = ?3")
        .run(.text(week.monday), .text(week.child), .text(week.step))
    }
    trace.weeks +=
      try connection.statement("SELECT count(*) FROM week_apart WHERE child = ?1").row(.text(mention.name)) {
        $0.integer(0)
      } ?? 0
    if erasing { try connection.statement("DELETE FROM week_apart WHERE child = ?1").run(.text(mention.name)) }
    return trace
  }

  private func passOverEntries(
    _ mention: NameMention, recent: CivilDate, erasing: Bool, _ trace: inout ChildTrace
  ) throws(StoreError) {
    var after = 0
    while true {
      let rows = try connection.statement(
        """
        SELECT seq, id, subject FROM entry
        WHERE seq > ?1 AND (instr(lower(id), ?2) OR instr(lower(subject), ?2)) ORDER BY seq LIMIT 500
        """
      ).rows(.integer(after), .text(mention.name)) { (seq: $0.integer(0), id: $0.text(1), subject: $0.text(2)) }
      guard let last = rows.last else { return }
      after = last.seq
      for row in rows where mention.occurs(in: row.id) || mention.occurs(in: row.subject) {
        if let id = CueID(row.id), id.child != mention.name, id.date >= recent {
          trace.kept += 1
          continue
        }
        trace.states += 1
        if erasing { try connection.statement("DELETE FROM entry WHERE seq = ?1").run(.integer(row.seq)) }
      }
    }
  }

  private func passOverActs(
    _ mention: NameMention, recent: CivilDate, erasing: Bool, _ trace: inout ChildTrace
  ) throws(StoreError) {
    var after = 0
    while true {
      let rows = try connection.statement(
        """
        SELECT id, date, kind, command FROM act
        WHERE id > ?1 AND instr(lower(command), ?2) ORDER BY id LIMIT 500
        """
      ).rows(.integer(after), .text(mention.name)) {
        (id: $0.integer(0), date: $0.text(1), kind: $0.text(2), command: $0.text(3))
      }
      guard let last = rows.last else { return }
      after = last.id
      for row in rows where mention.occurs(in: row.command) {
        guard let words = CommandWords(json: row.command) else { continue }
        if words.concerns(mention) || words.names(mention) {
          if !words.concerns(mention), row.date >= recent.description {
            trace.kept += 1
            continue
          }
          trace.acts[ChildTrace.label(kind: row.kind), default: 0] += 1
          if erasing { try connection.statement("DELETE FROM act WHERE id = ?1").run(.integer(row.id)) }
        } else if let forgotten = words.forgetting(mention) {
          trace.notes += 1
          guard erasing else { continue }
          try connection.statement("UPDATE act SET command = ?2 WHERE id = ?1").run(.integer(row.id), .text(forgotten))
        }
      }
    }
  }
}
