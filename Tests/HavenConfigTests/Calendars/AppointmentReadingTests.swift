import HavenCore
import Testing

@testable import HavenConfig

/// Events with a time, as the appointments of a goal.
struct AppointmentReadingTests {
  private func read(_ events: [[String]], today: String = "2026-03-10") throws -> [String] {
    let text = events.map { "BEGIN:VEVENT\r\n" + $0.joined(separator: "\r\n") + "\r\nEND:VEVENT\r\n" }.joined()
    let folder = try TemporaryFolder("", ["x.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(text)END:VCALENDAR\r\n"])
    let path = folder.path + "/x.ics"
    let answer = CalendarProgram().read([path])[path]
    guard case .success(let report) = answer else { throw CalendarProgram.Failure.unfinished }
    let reading = EventReading(
      zone: try loadZone(named: "Europe/London"), zoneNamed: { try? loadZone(named: $0) }, warn: { _, _ in })
    return reading.appointments(report.events, from: try #require(CivilDate(today))).map { one in
      "\(one.start.date)T\(one.start.time)\(one.rule.map { " \($0)" } ?? "") \(one.minutes) \(one.name)"
    }
  }

  @Test("a time to come is one, on the household's wall; what is past or all day is none")
  func times() throws {
    #expect(
      try read([
        ["UID:a", "DTSTART:20260331T100000Z", "DURATION:PT45M", "SUMMARY:GP\\, about\\n sleep"],
        ["UID:b", "DTSTART;TZID=America/New_York:20260310T090000", "DTEND;TZID=America/New_York:20260310T100000"],
        ["UID:c", "DTSTART:20260309T100000"], ["UID:d", "DTSTART;VALUE=DATE:20260401"],
        ["UID:e", "DTSTART:20260401T100000", "STATUS:CANCELLED"],
      ]) == ["2026-03-10T13:00 60 appointment", "2026-03-31T11:00 45 GP, about sleep"])
  }

  @Test("a repetition on the household's wall stays one rule")
  func rule() throws {
    #expect(
      try read([
        [
          "UID:a", "DTSTART;TZID=Europe/London:20260105T190000", "DURATION:PT1H", "SUMMARY:group",
          "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260601T180000Z",
        ]
      ]) == ["2026-01-05T19:00 FREQ=WEEKLY;INTERVAL=2;UNTIL=20260601 60 group"])
    #expect(
      try read([["UID:a", "DTSTART:20260105T190000", "RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:over"]]) == [])
  }

  @Test("with exceptions, or from another zone, it is written out")
  func writtenOut() throws {
    #expect(
      try read([
        [
          "UID:a", "DTSTART;TZID=Europe/London:20260302T190000", "DURATION:PT1H", "SUMMARY:group",
          "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;TZID=Europe/London:20260316T190000",
        ],
        [
          "UID:a", "RECURRENCE-ID;TZID=Europe/London:20260323T190000", "DTSTART;TZID=Europe/London:20260324T180000",
          "DURATION:PT1H", "SUMMARY:group\\, early",
        ],
      ]) == ["2026-03-24T18:00 60 group, early", "2026-03-30T19:00 60 group"])
    // New York changes its clocks three weeks before London.
    #expect(
      try read([
        ["UID:a", "DTSTART;TZID=America/New_York:20260323T090000", "DURATION:PT30M", "RRULE:FREQ=WEEKLY;COUNT=2"]
      ]) == ["2026-03-23T13:00 30 appointment", "2026-03-30T14:00 30 appointment"])
  }
}
