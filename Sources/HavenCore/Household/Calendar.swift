/// `[[calendar]]`: a named set of dates.
public struct Calendar: Sendable, Equatable {
  public var id: CalendarID
  public var dates: Dates
  /// What a screen calls it.
  public var eventLabel: String?

  public init(id: CalendarID, dates: Dates, eventLabel: String? = nil) {
    self.id = id
    self.dates = dates
    self.eventLabel = eventLabel
  }

  public enum Dates: Sendable, Equatable {
    /// Both ends included.
    case range(CivilDate, CivilDate)
    case listed(Set<CivilDate>)
    /// Read from an iCalendar file.
    case events([CalendarEvent])
  }
}

/// One VEVENT of an iCalendar file, as far as it says which dates it covers.
public struct CalendarEvent: Sendable, Equatable {
  public var uid: String
  /// First date covered, in the household's zone.
  public var first: CivilDate
  /// Dates covered from `first` on, at least 1 (RFC 5545: DTEND of a date is exclusive).
  public var length: Int
  public var rule: Recurrence?
  /// RDATE: further first dates.
  public var added: Set<CivilDate> = []
  /// EXDATE, and the dates that a RECURRENCE-ID moved elsewhere: first dates that do not happen.
  public var removed: Set<CivilDate> = []

  public init(uid: String, first: CivilDate, length: Int = 1, rule: Recurrence? = nil) {
    self.uid = uid
    self.first = first
    self.length = length
    self.rule = rule
  }
}

/// `[[day]]`: a kind of day. It matches a date when any of `on`, `dates` and `rule` that it gives says yes (one
/// that gives none matches every date), one of its `within` calendars holds, and none of its `not` calendars does.
public struct DayKind: Sendable, Equatable {
  public var id: DayKindID
  public var on: WeekdaySet?
  public var dates: Set<CivilDate>?
  /// The rule and the date on which it starts.
  public var rule: Recurrence?
  public var ruleFrom: CivilDate?
  /// Empty for any date.
  public var within: [CalendarID] = []
  public var not: [CalendarID] = []
  /// A clock change is felt on the first of these after it.
  public var isSchool = false
  public var isHoliday = false

  public init(id: DayKindID) { self.id = id }
}
