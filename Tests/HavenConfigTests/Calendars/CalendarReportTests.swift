import HavenCore
import Testing

@testable import HavenConfig

struct CalendarReportTests {
  private func read(_ lines: String...) -> CalendarReport? {
    CalendarReport(Array((["haven-ics 1"] + lines + ["done events=0 faults=0"]).joined(separator: "\n").utf8))
  }

  @Test("a whole report is read")
  func reads() throws {
    let report = try #require(
      read(
        "event line=4 uid=a%40b start=20260406 end=20260408 rule=FREQ%3DDAILY exdate=20260407,20260408",
        "fault line=20 component=VEVENT text=it%20has%20no%20DTSTART"))
    let event = try #require(report.events.first)
    #expect(event.uid == "a@b")
    #expect(event.start == .date(CivilDate("2026-04-06")!))  // a date
    #expect(event.rules == ["FREQ=DAILY"])
    #expect(event.removed.count == 2)
    #expect(report.faults == [.init(line: 20, component: "VEVENT", text: "it has no DTSTART")])
  }

  @Test("a report without its end, or of another kind, is none")
  func truncated() {
    #expect(CalendarReport(Array("haven-ics 1\nevent line=4 start=20260406\n".utf8)) == nil)
    #expect(CalendarReport(Array("haven-ics 2\ndone events=0\n".utf8)) == nil)
    #expect(CalendarReport([]) == nil)
    #expect(read("event line=4 start=20260406 surprise=1") == nil)
    #expect(read("event line=4") == nil)
    #expect(read("party line=4") == nil)
  }

  @Test(
    "a time is all day, floating, UTC or in a zone",
    arguments: [
      ("20260406", CalendarReport.Time.date(CivilDate("2026-04-06")!)),  // a date
      ("20260406T100000", .floating(CivilDateTime("2026-04-06T10:00")!)),  // a moment
      ("20260406T100000Z", .utc(Zone.utc.instant(of: CivilDateTime("2026-04-06T10:00")!))),  // a moment
      ("20260406T100000@Europe%2FLondon", .zoned(CivilDateTime("2026-04-06T10:00")!, "Europe/London", nil)),
      (
        "20260406T100000@X~20260406T050000Z",
        .zoned(CivilDateTime("2026-04-06T10:00")!, "X", Zone.utc.instant(of: CivilDateTime("2026-04-06T05:00")!))
      ),
    ])
  func times(text: String, time: CalendarReport.Time) {
    #expect(CalendarReport.Time(Substring(text)) == time)
  }

  @Test(
    "a time that does not exist is none",
    arguments: ["20260230", "20261301T100000", "20260406T250000", "2026-04-06", "", "20260406T1000Z"])
  func impossible(text: String) {
    #expect(CalendarReport.Time(Substring(text)) == nil)
  }
}
