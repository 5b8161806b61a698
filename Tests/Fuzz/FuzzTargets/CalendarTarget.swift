import HavenConfig
import HavenCore
import HavenICS

extension FuzzTarget {
  /// The first byte chooses: a calendar file, or what a broken `haven-ics` might say.
  func takeCalendar(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    let isFile = first != UInt8(ascii: "!")
    guard !isFile || !isEndless(rest) else { return }
    let said = isFile ? calendarReport(of: rest) : rest
    let report = CalendarReport(said)
    precondition(!isFile || report != nil, "haven-ics said what nobody understands")
    guard let report else { return }
    let reading = EventReading(
      zone: .utc, zoneNamed: { name in try? loadZone(named: name) }, warn: { line, text in _ = (line, text) })
    for event in reading.events(report.events).prefix(20) {
      precondition(event.length >= 1, "an event that covers no date")
      if let rule = event.rule { for date in rule.occurrences(from: event.first).prefix(50) { _ = date } }
    }
  }

  /// A time zone may ask libical for every second of a century. `haven-ics` is given four seconds for it, and ended.
  private func isEndless(_ text: [UInt8]) -> Bool {
    let words = String(decoding: text, as: UTF8.self).uppercased()
    return words.contains("VTIMEZONE") && ["SECONDLY", "MINUTELY", "HOURLY"].contains { words.contains($0) }
  }
}
