/// A stretch of wall time that repeats on certain weekdays or stands on one date: `"Tue, Thu 06:30-20:00"`.
///
/// Includes its start, excludes its end; an end not after the start is on the next day.
public struct Window: Hashable, Sendable {
  public var days: Days
  public var start: TimeOfDay
  public var end: TimeOfDay

  public init(_ days: Days = .weekdays(.daily), start: TimeOfDay, end: TimeOfDay) {
    self.days = days
    self.start = start
    self.end = end
  }

  public enum Days: Hashable, Sendable {
    case weekdays(WeekdaySet)
    case date(CivilDate)
  }

  /// `21:30-06:30`, the default quiet hours.
  public static let everyNight = Window(
    start: TimeOfDay(hour: 21, minute: 30)!, end: TimeOfDay(hour: 6, minute: 30)!)  // both are times of day

  /// Whether the window opens on this date.
  public func opens(on date: CivilDate) -> Bool {
    switch days {
    case .weekdays(let set): set.contains(date.weekday)
    case .date(let only): only == date
    }
  }

  /// The date on which a window that opens on `date` closes.
  public func closingDate(opening date: CivilDate) -> CivilDate { end <= start ? date + 1 : date }
}

/// One stretch of the calendar, in the household's zone: `"2026-03-09T06:00/2026-03-11T19:00"`.
public struct Span: Hashable, Sendable {
  public var start: CivilDateTime
  public var end: CivilDateTime

  public init(start: CivilDateTime, end: CivilDateTime) {
    self.start = start
    self.end = end
  }
}
