/// Days that can be heavy. A carer is reminded to go gently; whose day it is, and why, stands on no screen.
extension Engine {
  /// Dates from this one to a marked date, on that date itself and on those of its heads-up; the nearest, for the carers
  /// who are told of it. Nil where there is none.
  public func goesGently(_ carer: CarerID, on date: CivilDate) -> Int? {
    household.markedDates.compactMap { marked -> Int? in
      let days = marked.date - date
      guard days == 0 || marked.headsUp.contains(days), keyCarers(of: marked.child).contains(carer) else { return nil }
      return days
    }.min()
  }

  /// Whether a date is marked, for whomever.
  public func isMarked(_ date: CivilDate) -> Bool { household.markedDates.contains { $0.date == date } }
}
