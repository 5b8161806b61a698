import HavenAPI
import HavenCore

/// Which dates of the record are asked for, in the household's zone.
struct RecordSpan {
  /// Nil for from the beginning.
  let from: CivilDate?
  /// Included; today where nobody says.
  let to: CivilDate
  let since: Stamp?
  /// Nil for what is still to come, too.
  let until: Stamp?

  /// A review meeting looks back on thirteen weeks.
  static let meeting = 13 * 7

  init(
    from: String?, to: String?, isMeeting: Bool, zone: Zone, now: Instant
  ) throws(CommandFailure) {
    let today = zone.date(at: now)
    func date(_ text: String) throws(CommandFailure) -> CivilDate { try DayWord(parsing: text).date(today: today) }
    let last = try to.map { text throws(CommandFailure) in try date(text) }
    let first = try from.map { text throws(CommandFailure) in try date(text) }
    self.to = last ?? today
    self.from = first ?? (isMeeting ? self.to - (RecordSpan.meeting - 1) : nil)
    if let start = self.from, start > self.to {
      throw CommandFailure(.usage, "'\(start)' is after '\(self.to)'", hint: "--from comes first")
    }
    since = self.from.map { Stamp(zone.startOfDay($0), in: zone) }
    until = last == nil && !isMeeting ? nil : Stamp(zone.startOfDay(self.to + 1), in: zone)
  }
}
