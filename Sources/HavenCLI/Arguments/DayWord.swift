import HavenCore

/// A date as a person writes it: `2026-03-10`, `today`, `tomorrow`, `yesterday`, `Sat`.
enum DayWord: Equatable {
  case date(CivilDate)
  /// So many dates from today.
  case offset(Int)
  /// The next one, today included.
  case weekday(Weekday)

  init(parsing text: String) throws(CommandFailure) {
    if let date = CivilDate(text) {
      self = .date(date)
    } else if let offset = ["today": 0, "tomorrow": 1, "yesterday": -1][text.lowercased()] {
      self = .offset(offset)
    } else if let weekday = Weekday(named: text) {
      self = .weekday(weekday)
    } else {
      throw CommandFailure(
        .usage, "'\(printable(text))' is not a date", hint: "write '2026-03-10', 'today', 'tomorrow' or 'Sat'")
    }
  }

  func date(today: CivilDate) -> CivilDate {
    switch self {
    case .date(let date): date
    case .offset(let days): today + days
    case .weekday(let weekday): today + (weekday.rawValue - today.weekday.rawValue + 7) % 7
    }
  }
}
