import HavenCore

extension Daemon {
  /// A date of the week that a person means: `2026-03-10`, `last`, or `Sat`, of this week as far as it has come.
  func date(ofWeek text: String, now: Instant) throws(CommandFailure) -> CivilDate {
    if let date = CivilDate(text) { return date }
    let today = try zone().date(at: now)
    if text.lowercased() == "last" { return today - 7 }
    return min(today, try DayWord(parsing: text).date(today: today.startOfWeek))
  }
}
