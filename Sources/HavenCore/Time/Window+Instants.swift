// A window includes its start and excludes its end. Both are wall times, and become instants by the rule for
// gaps and folds: a window from 01:15 to 03:00 on the night the clocks go forward from 01:00 starts at 02:15.

extension Window {
  /// The stretch of time that opens on `date`; nil when the window does not open that date, when the zone
  /// skipped the date, or when a gap leaves nothing of it.
  public func interval(opening date: CivilDate, in zone: Zone) -> Range<Instant>? {
    guard opens(on: date) else { return nil }
    let start = zone.instant(date, start)
    guard zone.date(at: start) == date || zone.exists(date) else { return nil }
    let end = zone.instant(closingDate(opening: date), end)
    return start < end ? start..<end : nil
  }

  public func contains(_ instant: Instant, in zone: Zone) -> Bool {
    // Far from every clock change the wall alone answers.
    if let offset = zone.steadyOffset(around: instant, margin: 3 * 86_400) {
      let (day, seconds) = floorDivide(instant.seconds + offset, 86_400)
      let date = CivilDate(dayNumber: day)
      let time = TimeOfDay(seconds: seconds)
      if start < end { return start <= time && time < end && opens(on: date) }
      return (start <= time && opens(on: date)) || (time < end && opens(on: date - 1))
    }
    return interval(containing: instant, in: zone) != nil
  }

  /// The stretch that holds `instant`; nil where the window is closed.
  public func interval(containing instant: Instant, in zone: Zone) -> Range<Instant>? {
    // It can have opened tomorrow, where clocks go back over midnight after it opened (St John's until 2011, at
    // 00:01), and three days ago, where a window into a skipped date closes on the next.
    let date = zone.date(at: instant)
    for opening in [0, -1, -2, -3, 1] {
      if let interval = interval(opening: date + opening, in: zone), interval.contains(instant) { return interval }
    }
    return nil
  }

  /// The next start or end strictly after `instant`; nil where there is none within 14 days, or for a window of
  /// one date, none ever.
  public func nextBoundary(after instant: Instant, in zone: Zone) -> Instant? {
    let today = zone.date(at: instant)
    let openings =
      switch days {
      case .date(let only): only.dayNumber...only.dayNumber
      case .weekdays: (today - 3).dayNumber...(today + 15).dayNumber
      }
    var next: Instant?
    for day in openings {
      guard let interval = interval(opening: CivilDate(dayNumber: day), in: zone) else { continue }
      for boundary in [interval.lowerBound, interval.upperBound] where boundary > instant {
        next = min(next ?? boundary, boundary)
      }
      // Intervals of later dates start later, but may start before this one ends.
      if let next, interval.lowerBound > next { break }
    }
    guard let next else { return nil }
    if case .weekdays = days, next > instant + 14 * 86_400 { return nil }
    return next
  }
}

extension Span {
  /// Empty where the end is not after the start.
  public func interval(in zone: Zone) -> Range<Instant> {
    let start = zone.instant(of: start)
    return start..<max(start, zone.instant(of: end))
  }

  public func contains(_ instant: Instant, in zone: Zone) -> Bool { interval(in: zone).contains(instant) }
}
