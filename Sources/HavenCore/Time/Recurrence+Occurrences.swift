extension Recurrence {
  /// Whether the rule that starts on `start` has an occurrence on `date`.
  ///
  /// Constant time, but for a rule with COUNT, whose occurrences are counted from the start.
  public func includes(_ date: CivilDate, from start: CivilDate) -> Bool {
    includes(date, RecurrencePattern(self, start: start, last: lastDate))
  }

  /// All occurrences, in order.
  ///
  /// The sequence ends with the rule, with the year 9999, and where a whole cycle of the calendar (400 years, as
  /// many periods as that is at an interval of 1) brought none, because then none will ever come.
  public func occurrences(from start: CivilDate) -> Occurrences {
    Occurrences(RecurrencePattern(self, start: start, last: lastDate))
  }

  /// The first occurrence strictly after `date`.
  ///
  /// Goes straight to it, but for a rule with COUNT, whose occurrences are counted from the start.
  public func next(after date: CivilDate, from start: CivilDate) -> CivilDate? {
    next(after: date, RecurrencePattern(self, start: start, last: lastDate))
  }

  /// The occurrences of one rule from its start, in order.
  public struct Occurrences: Sequence, IteratorProtocol, Sendable {
    private let pattern: RecurrencePattern
    private var period: Int
    private var found: [CivilDate] = []
    private var position = 0
    private var given = 0

    init(_ pattern: RecurrencePattern, fromPeriod period: Int = 0) {
      self.pattern = pattern
      self.period = period
    }

    public mutating func next() -> CivilDate? {
      var empty = 0
      while position == found.count {
        guard empty <= pattern.periodsInCycle, period <= pattern.lastPeriod else { return nil }
        pattern.collect(&found, inPeriod: period)
        position = 0
        // The start's own period may have begun before it.
        while position < found.count, found[position] < pattern.start { position += 1 }
        period += pattern.rule.interval
        empty += 1
      }
      let date = found[position]
      guard date <= pattern.last, pattern.rule.count.map({ given < $0 }) ?? true else { return nil }
      position += 1
      given += 1
      return date
    }
  }
}

// On the wall clock: the same, but that UNTIL is a moment.
extension Recurrence {
  /// Whether the rule that starts at `start` has an occurrence on `date`, at the wall time of `start`.
  public func includes(_ date: CivilDate, from start: CivilDateTime, in zone: Zone) -> Bool {
    includes(date, pattern(start, zone)) && zone.exists(date)
  }

  /// The first occurrence strictly after `instant` of the rule that starts at `start`.
  ///
  /// Every occurrence has the wall time of `start`, and becomes an instant by the rule for gaps and folds; a date
  /// that the zone skipped has none, though COUNT counts it. Ask after the instant last scheduled, not after the present.
  public func next(after instant: Instant, from start: CivilDateTime, in zone: Zone) -> Instant? {
    let pattern = pattern(start, zone)
    // A clock change can move an occurrence by a day at most, so nothing before this can be the answer.
    var date = zone.date(at: instant) - 3
    while let occurrence = next(after: date, pattern) {
      let next = zone.instant(occurrence, start.time)
      if next > instant, zone.exists(occurrence) { return next }
      date = occurrence
    }
    return nil
  }

  private func pattern(_ start: CivilDateTime, _ zone: Zone) -> RecurrencePattern {
    RecurrencePattern(self, start: start.date, last: lastDate(at: start.time, in: zone))
  }

  private func lastDate(at time: TimeOfDay, in zone: Zone) -> CivilDate {
    switch until {
    case nil, .date: return lastDate
    case .local(let civil): return time <= civil.time ? civil.date : civil.date - 1
    case .utc(let instant):
      var date = zone.date(at: instant) + 1
      while zone.instant(date, time) > instant { date = date - 1 }
      return date
    }
  }
}

extension Recurrence {
  /// For an occurrence that is a date: a time in UNTIL does not matter, and its date is taken as written.
  private var lastDate: CivilDate {
    switch until {
    case nil: RecurrencePattern.lastOfAll
    case .date(let date): date
    case .local(let civil): civil.date
    case .utc(let instant): Zone.utc.date(at: instant)
    }
  }

  private func includes(_ date: CivilDate, _ pattern: RecurrencePattern) -> Bool {
    guard date >= pattern.start, date <= pattern.last else { return false }
    let period = pattern.period(of: date)
    guard period % interval == 0, pattern.matches(CalendarDay(date)) else { return false }
    if !setPositions.isEmpty {
      var set: [CivilDate] = []
      pattern.collect(&set, inPeriod: period)
      guard set.contains(date) else { return false }
    }
    guard count != nil else { return true }
    return Occurrences(pattern).first { $0 >= date } == date
  }

  private func next(after date: CivilDate, _ pattern: RecurrencePattern) -> CivilDate? {
    guard count == nil else { return Occurrences(pattern).first { $0 > date } }
    let earliest = Swift.max(date + 1, pattern.start)
    guard earliest <= pattern.last else { return nil }
    let period = pattern.period(of: earliest)
    let from = period - period % interval
    return Occurrences(pattern, fromPeriod: from).first { $0 >= earliest }
  }
}
