/// A date with all that a rule's BY parts ask about it; goes to the next day by counting, without a division.
struct CalendarDay {
  private(set) var date: CivilDate
  /// Days since Monday.
  private(set) var weekday: Int
  private(set) var year: Int
  private(set) var month: Int
  private(set) var day: Int
  private(set) var monthLength: Int
  /// 1 to 366.
  private(set) var dayOfYear: Int
  private(set) var yearLength: Int

  init(_ date: CivilDate) {
    self.date = date
    weekday = date.weekday.rawValue
    (year, month, day) = date.components
    monthLength = CivilDate.daysIn(month: month, year: year)
    dayOfYear = date - CivilDate(firstOfYear: year) + 1
    yearLength = CivilDate.isLeap(year) ? 366 : 365
  }

  mutating func advance() {
    guard day < monthLength else { return self.advanceToNextMonth() }
    date = date + 1
    weekday = weekday == 6 ? 0 : weekday + 1
    day += 1
    dayOfYear += 1
  }

  mutating func advanceToNextMonth() {
    let days = monthLength - day + 1
    date = date + days
    weekday = (weekday + days) % 7
    day = 1
    dayOfYear += days
    month += 1
    if month == 13 {
      month = 1
      year += 1
      dayOfYear = 1
      yearLength = CivilDate.isLeap(year) ? 366 : 365
    }
    monthLength = CivilDate.daysIn(month: month, year: year)
  }
}
