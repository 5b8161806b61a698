/// A rule together with the date it starts on: which dates match.
///
/// Everything is arithmetic on day numbers. A date is tested against its own period (day, week, month or year)
/// alone, so the cost does not grow with the distance from the start.
struct RecurrencePattern {
  let rule: Recurrence
  let start: CivilDate
  /// No occurrence is later.
  let last: CivilDate
  /// What the rule leaves open is taken from the start (RFC 5545 §3.3.10).
  private var startWeekday: Weekday?
  private var startMonth: Int?
  private var startDay: Int?
  /// Ordinals of weekdays count in the year, not in the month.
  private let ordinalsCountInYear: Bool

  static let lastOfAll = CivilDate(year: 9999, month: 12, day: 31)!  // the last date that four digits can write

  init(_ rule: Recurrence, start: CivilDate, last: CivilDate) {
    self.rule = rule
    self.start = start
    self.last = min(last, RecurrencePattern.lastOfAll)
    ordinalsCountInYear = rule.frequency == .yearly && rule.months.isEmpty
    guard rule.weekNumbers.isEmpty, rule.yearDays.isEmpty, rule.monthDays.isEmpty, rule.weekdays.isEmpty else { return }
    switch rule.frequency {
    case .daily: break
    case .weekly: startWeekday = start.weekday
    case .monthly: startDay = start.day
    case .yearly:
      startDay = start.day
      if rule.months.isEmpty { startMonth = start.month }
    }
  }

  /// The occurrences in a period, ascending, `start` and `last` not yet considered.
  func occurrences(inPeriod period: Int) -> [CivilDate] {
    let range = dates(ofPeriod: period)
    var dates: [CivilDate] = []
    var date = range.lowerBound
    while date < range.upperBound {
      let (year, month, day) = date.components
      if !includes(month: month) {
        date = date + (CivilDate.daysIn(month: month, year: year) - day + 1)
        continue
      }
      if matches(date) { dates.append(date) }
      date = date + 1
    }
    guard !rule.setPositions.isEmpty else { return dates }
    let indices = Set(rule.setPositions.map { $0 > 0 ? $0 - 1 : dates.count + $0 })
    return indices.sorted().filter(dates.indices.contains).map { dates[$0] }
  }

  /// Whether the rule's BY parts, or what is taken from the start in their place, hold for a date.
  func matches(_ date: CivilDate) -> Bool {
    let weekday = date.weekday
    if let startWeekday { return weekday == startWeekday && (rule.months.isEmpty || includes(month: date.month)) }
    let (year, month, day) = date.components
    guard includes(month: month) else { return false }
    if let startDay { return day == startDay }
    if !rule.monthDays.isEmpty {
      let fromEnd = day - CivilDate.daysIn(month: month, year: year) - 1
      guard rule.monthDays.contains(where: { $0 == day || $0 == fromEnd }) else { return false }
    }
    if !rule.weekdays.isEmpty {
      let named = rule.weekdays.contains { $0.weekday == weekday && holds($0.ordinal, for: date) }
      guard named else { return false }
    }
    if !rule.yearDays.isEmpty {
      let ordinal = date - CivilDate(firstOfYear: year) + 1
      let fromEnd = date - CivilDate(firstOfYear: year + 1)
      guard rule.yearDays.contains(where: { $0 == ordinal || $0 == fromEnd }) else { return false }
    }
    return rule.weekNumbers.isEmpty || holdsWeekNumber(for: date)
  }

  private func includes(month: Int) -> Bool {
    if let startMonth { return month == startMonth }
    return rule.months.isEmpty || rule.months.contains(month)
  }

  private func holds(_ ordinal: Int?, for date: CivilDate) -> Bool {
    guard let ordinal else { return true }
    let (year, month, day) = date.components
    let before: Int
    let after: Int
    if ordinalsCountInYear {
      before = date - CivilDate(firstOfYear: year)
      after = CivilDate(firstOfYear: year + 1) - date - 1
    } else {
      before = day - 1
      after = CivilDate.daysIn(month: month, year: year) - day
    }
    return ordinal > 0 ? before / 7 + 1 == ordinal : after / 7 + 1 == -ordinal
  }

  /// Week 1 is the first with four days or more in the year (ISO 8601, but for where a week starts).
  private func holdsWeekNumber(for date: CivilDate) -> Bool {
    let fourthDay = startOfWeek(date) + 3
    let year = fourthDay.year
    let number = (fourthDay - CivilDate(firstOfYear: year)) / 7 + 1
    // 28 December is always in the last week.
    let lastWeek = startOfWeek(CivilDate(firstOfYear: year + 1) - 4) + 3
    let weeks = (lastWeek - CivilDate(firstOfYear: year)) / 7 + 1
    return rule.weekNumbers.contains { $0 == number || $0 == number - weeks - 1 }
  }
}
