import HavenCore
import Testing

@testable import HavenConfig

struct WindowTests {
  @Test("a window without days is every day's; an end not after the start is on the next day")
  func everyNight() throws {
    let window = try Window(parsing: "21:30-06:30")
    #expect(window == .everyNight)
    #expect(window.closingDate(opening: try CivilDate(parsing: "2026-03-10")).description == "2026-03-11")
  }

  @Test("a window has days or one date before its hours")
  func daysAndDate() throws {
    #expect(try Window(parsing: "Tue, Thu 06:30-20:00").days == .weekdays(try WeekdaySet(parsing: "Tue, Thu")))
    #expect(try Window(parsing: "2026-03-06 19:00-22:00").days == .date(try CivilDate(parsing: "2026-03-06")))
  }

  @Test("equal ends are a whole day")
  func wholeDay() throws {
    let window = try Window(parsing: "Sun 00:00-00:00")
    #expect(window.closingDate(opening: try CivilDate(parsing: "2026-03-15")).description == "2026-03-16")
  }

  @Test(
    "what is no window is told",
    arguments: [
      (
        "Sat 1000-1100",
        "'Sat 1000-1100' is not a window; write days and hours, such as 'Tue, Thu 06:30-20:00' or '21:30-06:30'"
      ),
      ("Sat", "'Sat' is not a window; write days and hours, such as 'Tue, Thu 06:30-20:00' or '21:30-06:30'"),
      ("Sta 10:00-11:00", "'Sta' is not a day; did you mean 'Sat'?"),
      ("10:00-25:00", "'25:00' is not a time; hours go from 00 to 23"),
      ("2026-02-30 10:00-11:00", "the date '2026-02-30' does not exist; that month goes from 01 to 28"),
      (
        "10:00-11:00-12:00",
        "'10:00-11:00-12:00' is not a window; write days and hours, such as 'Tue, Thu 06:30-20:00' or '21:30-06:30'"
      ),
    ])
  func refuses(text: String, told: String) {
    #expect(fault { try Window(parsing: text) } == told)
  }
}

struct SpanTests {
  @Test("a span is two moments with a slash between")
  func reads() throws {
    let span = try Span(parsing: "2026-03-09T06:00/2026-03-11T19:00")
    #expect(span.start.description == "2026-03-09T06:00")
    #expect(span.end.description == "2026-03-11T19:00")
  }

  @Test("a span that ends before it starts, or has no end, is told")
  func refuses() {
    #expect(
      fault { try Span(parsing: "2026-03-11T19:00/2026-03-09T06:00") }
        == "the span '2026-03-11T19:00/2026-03-09T06:00' ends before it starts; write the earlier moment first")
    #expect(
      fault { try Span(parsing: "2026-03-11T19:00") }
        == "'2026-03-11T19:00' is not a span; write start and end, such as '2026-03-09T06:00/2026-03-11T19:00'")
  }

  @Test("a carer's 'away' takes windows and spans")
  func away() throws {
    #expect(try AwayTime(parsing: "06:30-20:00") == .window(try Window(parsing: "06:30-20:00")))
    let span = "2026-03-09T06:00/2026-03-11T19:00"
    #expect(try AwayTime(parsing: span) == .span(try Span(parsing: span)))
  }
}
