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
  private var startWeekday: Int?
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
    case .weekly: startWeekday = start.weekday.rawValue
    case .monthly: startDay = start.day
    case .yearly:
      startDay = start.day
      if rule.months.isEmpty { startMonth = start.month }
    }
  }

  /// Puts the occurrences in a period into `found`, ascending, `start` and `last` not yet considered.
  func collect(_ found: inout [CivilDate], inPeriod period: Int) {
    found.removeAll(keepingCapacity: true)
    let range = dates(ofPeriod: period)
    var day = CalendarDay(range.lowerBound)
    while day.date < range.upperBound {
      guard includes(month: day.month) else {
        day.advanceToNextMonth()
        continue
      }
      if matches(day) { found.append(day.date) }
      day.advance()
    }
    guard !rule.setPositions.isEmpty else { return }
    let all = found
    let indices = Set(rule.setPositions.map { $0 > 0 ? $0 - 1 : all.count + $0 })
    found = indices.sorted().filter(all.indices.contains).map { all[$0] }
  }

  /// Whether the rule's BY parts, or what is taken from the start in their place, hold for a date.
  func matches(_ day: CalendarDay) -> Bool {
    guard includes(month: day.month) else { return false }
    if let startWeekday { return day.weekday == startWeekday }
    if let startDay { return day.day == startDay }
    return holdsMonthDay(day) && holdsWeekday(day) && holdsYearDay(day) && holdsWeekNumber(day)
  }

  private func includes(month: Int) -> Bool {
    if let startMonth { return month == startMonth }
    return rule.months.isEmpty || rule.months.contains(month)
  }

  private func holdsMonthDay(_ day: CalendarDay) -> Bool {
    if rule.monthDays.isEmpty { return true }
    let fromEnd = day.day - day.monthLength - 1
    return rule.monthDays.contains { $0 == day.day || $0 == fromEnd }
  }

  private func holdsYearDay(_ day: CalendarDay) -> Bool {
    if rule.yearDays.isEmpty { return true }
    let fromEnd = day.dayOfYear - day.yearLength - 1
    return rule.yearDays.contains { $0 == day.dayOfYear || $0 == fromEnd }
  }

  private func holdsWeekday(_ day: CalendarDay) -> Bool {
    if rule.weekdays.isEmpty { return true }
    let (position, length) = ordinalsCountInYear ? (day.dayOfYear, day.yearLength) : (day.day, day.monthLength)
    return rule.weekdays.contains {
      guard $0.weekday.rawValue == day.weekday else { return false }
      guard let ordinal = $0.ordinal else { return true }
      return ordinal > 0 ? (position - 1) / 7 + 1 == ordinal : (length - position) / 7 + 1 == -ordinal
    }
  }

  /// Week 1 is the first with four days or more in the year (ISO 8601, but for where a week starts), so a week is
  /// of the year that its fourth day is in.
  private func holdsWeekNumber(_ day: CalendarDay) -> Bool {
    if rule.weekNumbers.isEmpty { return true }
    let fourthDay = day.date - (day.weekday - rule.weekStart.rawValue + 7) % 7 + 3
    let year = fourthDay.year
    let number = (fourthDay - CivilDate(firstOfYear: year)) / 7 + 1
    // 28 December is always in the last week.
    let lastWeek = startOfWeek(CivilDate(firstOfYear: year + 1) - 4) + 3
    let weeks = (lastWeek - CivilDate(firstOfYear: year)) / 7 + 1
    return rule.weekNumbers.contains { $0 == number || $0 == number - weeks - 1 }
  }
}
