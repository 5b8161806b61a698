/// A recurrence rule (RFC 5545 §3.3.10) over dates: `FREQ=WEEKLY;INTERVAL=2`, `FREQ=MONTHLY;BYDAY=-1FR`.
///
/// A rule means nothing without the date on which it starts. That date is an occurrence only where it matches the
/// rule, as in python-dateutil; RFC 5545 leaves the other case undefined. A date-time keeps its wall time on
/// every date, so that 11:00 stays 11:00 when clocks change.
///
///     FREQ=WEEKLY;INTERVAL=2            from Fri 2026-03-06   03-06, 03-20, 04-03
///     FREQ=MONTHLY;BYDAY=-1FR           from 2026-03-01       03-27, 04-24, 05-29
///     FREQ=MONTHLY                      from 2026-01-31       01-31, 03-31, 05-31 (short months are left out)
///     FREQ=YEARLY                       from 2024-02-29       2024-02-29, 2028-02-29
///     FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1           the last weekday of the month
public struct Recurrence: Sendable, Hashable {
  public var frequency: Frequency
  /// Every how many periods, at least 1.
  public internal(set) var interval = 1
  /// How many occurrences there are at most; never together with `until`.
  public internal(set) var count: Int?
  /// The last moment at which there can be an occurrence.
  public internal(set) var until: Until?
  /// The first day of a week, which matters to every other week and to numbers of weeks.
  public internal(set) var weekStart = Weekday.monday
  /// BYMONTH, 1 to 12. All the lists ascend, and are empty where the rule does not say.
  public internal(set) var months: [Int] = []
  /// BYWEEKNO, ±1 to ±53.
  public internal(set) var weekNumbers: [Int] = []
  /// BYYEARDAY, ±1 to ±366.
  public internal(set) var yearDays: [Int] = []
  /// BYMONTHDAY, ±1 to ±31; −1 is the last day.
  public internal(set) var monthDays: [Int] = []
  /// BYDAY.
  public internal(set) var weekdays: [OrdinalWeekday] = []
  /// BYSETPOS, ±1 to ±366: which of the dates of one period are meant.
  public internal(set) var setPositions: [Int] = []

  public init(frequency: Frequency) { self.frequency = frequency }

  public enum Frequency: String, Sendable, CaseIterable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// UNTIL, which is included. A date holds for the whole of that date.
  public enum Until: Hashable, Sendable {
    case date(CivilDate)
    case local(CivilDateTime)
    case utc(Instant)
  }

  /// `FR`, `1FR`, `-1FR`: any, the first or the last Friday of the month, or of the year.
  public struct OrdinalWeekday: Hashable, Sendable {
    /// ±1 to ±53; nil for any.
    public var ordinal: Int?
    public var weekday: Weekday

    public init(_ ordinal: Int? = nil, _ weekday: Weekday) {
      self.ordinal = ordinal
      self.weekday = weekday
    }
  }
}

extension Weekday {
  /// `MO` to `SU`, as iCalendar writes them.
  public var iCalendarName: String { ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][rawValue] }
}

extension Recurrence: CustomStringConvertible {
  /// The rule as iCalendar writes it; parsing it gives an equal rule.
  public var description: String {
    var parts = ["FREQ=\(frequency.rawValue)"]
    if interval != 1 { parts.append("INTERVAL=\(interval)") }
    if let count { parts.append("COUNT=\(count)") }
    if let until { parts.append("UNTIL=\(until)") }
    if weekStart != .monday { parts.append("WKST=\(weekStart.iCalendarName)") }
    func add(_ name: String, _ values: [some CustomStringConvertible]) {
      if !values.isEmpty { parts.append("\(name)=\(values.map(\.description).joined(separator: ","))") }
    }
    add("BYMONTH", months)
    add("BYWEEKNO", weekNumbers)
    add("BYYEARDAY", yearDays)
    add("BYMONTHDAY", monthDays)
    add("BYDAY", weekdays)
    add("BYSETPOS", setPositions)
    return parts.joined(separator: ";")
  }
}

extension Recurrence.OrdinalWeekday: CustomStringConvertible {
  public var description: String { "\(ordinal.map(String.init) ?? "")\(weekday.iCalendarName)" }
}

extension Recurrence.Until: CustomStringConvertible {
  /// `20260310`, `20260310T170000`, `20260310T170000Z`.
  public var description: String {
    switch self {
    case .date(let date): Self.basic(date)
    case .local(let civil): Self.basic(civil)
    case .utc(let instant): Self.basic(Zone.utc.civil(at: instant)) + "Z"
    }
  }

  private static func basic(_ date: CivilDate) -> String { date.description.filter { $0 != "-" } }

  private static func basic(_ civil: CivilDateTime) -> String {
    let seconds = civil.time.seconds
    let time = "\(padded(seconds / 3600, 2))\(padded(seconds / 60 % 60, 2))\(padded(seconds % 60, 2))"
    return "\(basic(civil.date))T\(time)"
  }
}
