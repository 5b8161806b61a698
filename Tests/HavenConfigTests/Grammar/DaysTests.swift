import HavenCore
import Testing

@testable import HavenConfig

struct DaysTests {
  @Test(
    "days are names, ranges and lists of both",
    arguments: [
      ("daily", "daily"), ("Mon-Fri", "Mon-Fri"), ("Tue, Thu", "Tue, Thu"), ("Sat-Mon", "Mon, Sat, Sun"),
      ("Mon-Sun", "daily"), ("Wed-Wed", "Wed"), ("Thu-Wed", "daily"), ("Mon,Wed , Fri-Sun", "Mon, Wed, Fri-Sun"),
      (" Sun ", "Sun"),
    ])
  func reads(text: String, days: String) throws {
    #expect(try WeekdaySet(parsing: text).written == days)
  }

  @Test(
    "what is no day is told with the one that was probably meant",
    arguments: [
      ("Fry", "'Fry' is not a day; did you mean 'Fri'?"),
      ("Monday", "'Monday' is not a day; did you mean 'Mon'?"),
      ("mon", "'mon' is not a day; did you mean 'Mon'?"),
      ("Mon-Xyz", "'Xyz' is not a day; write days such as 'Mon-Fri', 'Tue, Thu' or 'daily'"),
      ("Mon--Fri", "'Mon--Fri' is not a day; write days such as 'Mon-Fri', 'Tue, Thu' or 'daily'"),
      ("Mon,", "'' is not a day; write days such as 'Mon-Fri', 'Tue, Thu' or 'daily'"),
      ("", "no days are named; write days such as 'Mon-Fri', 'Tue, Thu' or 'daily'"),
      ("Daily", "'Daily' is not a day; did you mean 'daily'?"),
    ])
  func refuses(text: String, told: String) {
    #expect(fault { try WeekdaySet(parsing: text) } == told)
  }
}
