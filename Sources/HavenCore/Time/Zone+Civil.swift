extension Zone {
  /// The wall clock at an instant.
  public func civil(at instant: Instant) -> CivilDateTime {
    let (day, seconds) = floorDivide(instant.seconds + offset(at: instant), 86_400)
    return CivilDateTime(date: CivilDate(dayNumber: day), time: TimeOfDay(seconds: seconds))
  }

  /// The date on the wall at an instant.
  public func date(at instant: Instant) -> CivilDate {
    CivilDate(dayNumber: floorDivide(instant.seconds + offset(at: instant), 86_400).quotient)
  }

  /// What a wall time means in a zone.
  public enum Resolution: Hashable, Sendable {
    case exact(Instant)
    /// It does not exist. `before` takes it with the offset before the gap, `after` with the one after it:
    /// with clocks put forward at 01:00, 01:30 is 02:30 (before) or 00:30 (after).
    case gap(before: Instant, after: Instant)
    /// It comes twice.
    case fold(first: Instant, second: Instant)
  }

  public func resolve(_ civil: CivilDateTime) -> Resolution {
    let wall = civil.date.dayNumber * 86_400 + civil.time.seconds
    let shift = cycleShift(of: wall)
    let local = wall - shift
    var index = stretch(at: local - highestOffset)
    // Most times are this far from every clock change.
    if index + 1 == starts.count || starts[index + 1] > local - lowestOffset {
      return .exact(Instant(seconds: wall - offsets[index]))
    }
    var first: Int?
    var second: Int?
    var gap: (before: Int, after: Int)?
    while index < starts.count, starts[index] <= local - lowestOffset {
      let candidate = local - offsets[index]
      if candidate < starts[index] {
        // Past the end of the stretch before and short of the start of this one.
        if gap == nil { gap = (local - offsets[index - 1], candidate) }
      } else if index + 1 == starts.count || candidate < starts[index + 1] {
        if first == nil { first = candidate } else { second = candidate }
      }
      index += 1
    }
    guard let first else {
      let gap = gap ?? (local - highestOffset, local - lowestOffset)
      return .gap(before: Instant(seconds: gap.before + shift), after: Instant(seconds: gap.after + shift))
    }
    guard let second else { return .exact(Instant(seconds: first + shift)) }
    return .fold(first: Instant(seconds: first + shift), second: Instant(seconds: second + shift))
  }

  /// The instant of a wall time: in a gap by the offset before it, in a fold the first pass.
  public func instant(of civil: CivilDateTime) -> Instant {
    switch resolve(civil) {
    case .exact(let instant), .gap(let instant, _), .fold(let instant, _): instant
    }
  }

  public func instant(_ date: CivilDate, _ time: TimeOfDay) -> Instant {
    instant(of: CivilDateTime(date: date, time: time))
  }

  /// The first instant at which the wall shows `date` or a later one. Midnight itself may be in a gap:
  ///
  ///     Africa/Cairo  2026-04-24  (clocks go from 00:00 to 01:00)   2026-04-23T22:00Z, which the wall shows as 01:00
  public func startOfDay(_ date: CivilDate) -> Instant {
    let midnight = date.dayNumber * 86_400
    let shift = cycleShift(of: midnight)
    let local = midnight - shift
    var index = stretch(at: local - highestOffset)
    while index + 1 < starts.count, local - offsets[index] >= starts[index + 1] { index += 1 }
    return Instant(seconds: max(starts[index], local - offsets[index]) + shift)
  }

  /// False for a date that the zone skipped, such as 2011-12-30 in Pacific/Apia.
  public func exists(_ date: CivilDate) -> Bool { self.date(at: startOfDay(date)) == date }
}
