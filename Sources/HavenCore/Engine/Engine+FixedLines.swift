extension Engine {
  /// The fixed lines of today and tomorrow that have no state yet and are still to come.
  mutating func rebuildFixedLines() {
    let from = cursor
    fixedLines = [today, today + 1].flatMap { fixedLines(on: $0) }
      .filter { $0.at >= from && lineStates[$0.id] == nil }
  }

  func nextFixedLine() -> Instant? { fixedLines.first?.at }

  mutating func sayFixedLines(dueBy due: Instant, now: Instant) {
    while let line = fixedLines.first, line.at <= due {
      fixedLines.removeFirst()
      guard lineStates[line.id] == nil else { continue }
      if let reason = blockage {
        record(line, .held, reason: reason, now: now)
      } else {
        say(line, now: now)
      }
    }
  }

  /// Lines whose time fell in a gap that nobody watched wait for its end.
  mutating func holdFixedLines(from since: Instant, before now: Instant) {
    var date = max(zone.date(at: since), zone.date(at: now) - 31)
    while date <= zone.date(at: now) {
      for line in fixedLines(on: date) where line.at >= since && line.at < now && lineStates[line.id] == nil {
        record(line, .held, reason: .gap, now: now)
      }
      date = date + 1
    }
  }

  /// What waited is said if it is still the same date and what it announces has not begun; else it is missed.
  mutating func releaseFixedLines(now: Instant) {
    // What is claimed and not on its way was claimed by a process that died.
    let waiting = lineStates.values.filter { entry in
      entry.state == .held || (entry.state == .claimed && !inFlight.contains(entry.id))
    }
    var planned: [String: (place: Int, line: FixedLine)] = [:]
    for date in Set(waiting.map { zone.date(at: $0.dueAt) }).sorted() {
      for line in fixedLines(on: date) { planned[line.id] = (planned.count, line) }
    }
    let inOrder = waiting.sorted {
      ($0.dueAt, planned[$0.id]?.place ?? .max, $0.id) < ($1.dueAt, planned[$1.id]?.place ?? .max, $1.id)
    }
    for entry in inOrder {
      let isSameDate = zone.date(at: entry.dueAt) == zone.date(at: now)
      if let line = planned[entry.id]?.line, isSameDate, line.beginsAt.map({ now < $0 }) ?? true {
        say(line, now: now)
      } else {
        var missed = entry
        missed.reason = entry.state == .claimed ? .crash : entry.reason
        missed.state = .missed
        missed.at = now
        setLine(missed)
      }
    }
  }

  private mutating func say(_ fixed: FixedLine, now: Instant) {
    if let reason = ownLineHold(fixed.to, at: now) {
      record(fixed, .suppressed, reason: reason, now: now)
      return
    }
    var line = Line(kind: fixed.kind, at: now, to: fixed.to, level: level(at: now), subject: fixed.subject)
    if fixed.kind == .digest { line.nurtured = nurtured(on: zone.date(at: now)) }
    deliver(line, id: fixed.id, dueAt: fixed.at, subject: fixed.about, isTransient: fixed.isTransient)
  }

  private mutating func record(
    _ fixed: FixedLine, _ state: LedgerEntry.State, reason: LedgerEntry.Reason, now: Instant
  ) {
    setLine(
      LedgerEntry(
        id: fixed.id, kind: fixed.kind, state: state, reason: reason, dueAt: fixed.at, at: now, to: fixed.to,
        subject: fixed.about))
  }
}
