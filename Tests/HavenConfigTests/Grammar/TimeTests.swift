import HavenCore
import Testing

@testable import HavenConfig

struct TimeTests {
  @Test("a time is two digits, a colon and two digits", arguments: ["00:00", "07:30", "23:59"])
  func reads(text: String) throws {
    #expect(try TimeOfDay(parsing: text).description == text)
  }

  @Test(
    "an impossible time is told with what would be right",
    arguments: [
      ("25:00", "'25:00' is not a time; hours go from 00 to 23"),
      ("17:99", "'17:99' is not a time; minutes go from 00 to 59"),
      ("7:30", "'7:30' is not a time; did you mean '07:30'?"),
      ("07:30:00", "'07:30:00' is not a time; did you mean '07:30'?"),
      ("7", "'7' is not a time; did you mean '07:00'?"),
      ("24:00", "'24:00' is not a time; a day ends at '00:00' of the next"),
      ("half past", "'half past' is not a time; write hours and minutes, such as '07:30'"),
      ("", "'' is not a time; write hours and minutes, such as '07:30'"),
      ("٠٧:٣٠", "'٠٧:٣٠' is not a time; write hours and minutes, such as '07:30'"),
    ])
  func refuses(text: String, told: String) {
    #expect(fault { try TimeOfDay(parsing: text) } == told)
  }
}

struct DateTests {
  @Test("a date is a year, a month and a day", arguments: ["2026-03-10", "2024-02-29", "0001-01-01"])
  func reads(text: String) throws {
    #expect(try CivilDate(parsing: text).description == text)
  }

  @Test(
    "a date that does not exist is told",
    arguments: [
      ("2026-02-30", "the date '2026-02-30' does not exist; that month goes from 01 to 28"),
      ("2024-02-30", "the date '2024-02-30' does not exist; that month goes from 01 to 29"),
      ("2026-13-01", "there is no month 13 in '2026-13-01'; months go from 01 to 12"),
      ("10.3.2026", "'10.3.2026' is not a date; write year, month and day, such as '2026-03-10'"),
      ("2026-3-1", "'2026-3-1' is not a date; write year, month and day, such as '2026-03-10'"),
    ])
  func refuses(text: String, told: String) {
    #expect(fault { try CivilDate(parsing: text) } == told)
  }

  @Test("a date-time has a T between its halves")
  func dateTime() throws {
    #expect(try CivilDateTime(parsing: "2026-03-10T17:05").description == "2026-03-10T17:05")
    #expect(
      fault { try CivilDateTime(parsing: "2026-03-10 17:05") }
        == "'2026-03-10 17:05' is not a date and time; write it with a 'T' between, such as '2026-03-10T17:05'")
  }
}
