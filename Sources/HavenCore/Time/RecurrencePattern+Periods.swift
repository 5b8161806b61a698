/// The days, weeks, months or years that a rule steps through, counted from the one that holds its start.
extension RecurrencePattern {
  /// Empty periods in a row after which there will never be another occurrence.
  ///
  /// The calendar repeats after 146,097 days, and so many days, weeks, months or years are in that cycle: whatever
  /// the interval, as many steps of it come back to where they began.
  var periodsInCycle: Int {
    switch rule.frequency {
    case .daily: 146_097
    case .weekly: 20_871
    case .monthly: 4_800
    case .yearly: 400
    }
  }

  /// The period of the last date; negative where that is before the start.
  var lastPeriod: Int { last < start ? -1 : period(of: last) }

  /// How many periods after the start's the period of `date` is.
  func period(of date: CivilDate) -> Int {
    switch rule.frequency {
    case .daily: date - start
    case .weekly: (startOfWeek(date) - startOfWeek(start)) / 7
    case .monthly: month(of: date) - month(of: start)
    case .yearly: date.year - start.year
    }
  }

  /// The dates of a period, the end not included.
  func dates(ofPeriod period: Int) -> Range<CivilDate> {
    switch rule.frequency {
    case .daily:
      return (start + period)..<(start + period + 1)
    case .weekly:
      let first = startOfWeek(start) + 7 * period
      return first..<(first + 7)
    case .monthly:
      let month = month(of: start) + period
      return firstOfMonth(month)..<firstOfMonth(month + 1)
    case .yearly:
      let year = start.year + period
      return CivilDate(firstOfYear: year)..<CivilDate(firstOfYear: year + 1)
    }
  }

  func startOfWeek(_ date: CivilDate) -> CivilDate {
    date - (date.weekday.rawValue - rule.weekStart.rawValue + 7) % 7
  }

  private func month(of date: CivilDate) -> Int {
    let (year, month, _) = date.components
    return year * 12 + month - 1
  }

  private func firstOfMonth(_ month: Int) -> CivilDate {
    let (year, month) = floorDivide(month, 12)
    return CivilDate(year: year, month: month + 1, day: 1)!  // the first of a month exists
  }
}
