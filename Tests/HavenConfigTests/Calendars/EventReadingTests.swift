import HavenCore
import Testing

@testable import HavenConfig

struct EventReadingTests {
  /// The dates of March to May 2026 that the events of an .ics file cover, for a family in London; and what is said
  /// against the file.
  private func covered(_ events: String, zone: String = "Europe/London") throws -> (dates: [String], told: [String]) {
    let folder = try TemporaryFolder(
      "[household]\ntimezone = \"\(zone)\"\n[[calendar]]\nid = \"c\"\nics = \"x.ics\"\n",
      ["x.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(events)END:VCALENDAR\r\n"])
    let configuration = try ConfigurationLoader(directory: folder.path).load()
    let calendar = try #require(configuration.household.calendars.first)
    let first = CivilDate("2026-03-01")!  // a date
    let dates = (0..<92).map { first + $0 }.filter(calendar.contains).map { String($0.description.dropFirst(5)) }
    return (dates, configuration.warnings.map { $0.description.replacing("\(folder.path)/", with: "") })
  }

  private func event(_ lines: String...) -> String {
    (["BEGIN:VEVENT", "UID:a"] + lines + ["END:VEVENT", ""]).joined(separator: "\r\n")
  }

  @Test("an all-day event ends before its DTEND")
  func allDay() throws {
    #expect(try covered(event("DTSTART;VALUE=DATE:20260406", "DTEND;VALUE=DATE:20260408")).dates == ["04-06", "04-07"])
    #expect(try covered(event("DTSTART;VALUE=DATE:20260406")).dates == ["04-06"])
    #expect(try covered(event("DTSTART;VALUE=DATE:20260406", "DTEND;VALUE=DATE:20260406")).dates == ["04-06"])
    #expect(try covered(event("DTSTART;VALUE=DATE:20260406", "DURATION:P2D")).dates == ["04-06", "04-07"])
  }

  @Test("a time in UTC is on the date that the household's wall shows")
  func utc() throws {
    let late = event("DTSTART:20260406T233000Z", "DTEND:20260407T003000Z")
    #expect(try covered(late).dates == ["04-07"])
    #expect(try covered(late, zone: "America/Chicago").dates == ["04-06"])
  }

  @Test("an event that ends at midnight does not cover the day that begins there")
  func midnight() throws {
    #expect(try covered(event("DTSTART:20260406T180000", "DTEND:20260407T000000")).dates == ["04-06"])
    #expect(try covered(event("DTSTART:20260406T180000", "DTEND:20260407T000100")).dates == ["04-06", "04-07"])
  }

  @Test("a time with TZID is on the date that the household's wall shows then")
  func zoned() throws {
    let call = event("DTSTART;TZID=America/New_York:20260310T233000", "DURATION:PT1H")
    #expect(try covered(call).dates == ["03-11"])
    let path = event("DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:20260310T233000")
    #expect(try covered(path).dates == ["03-11"])
  }

  @Test("a zone that the system does not know is read from the file itself")
  func ownZone() throws {
    let zone =
      "BEGIN:VTIMEZONE\r\nTZID:Home Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    let read = try covered(zone + event("DTSTART;TZID=Home Standard Time:20260310T233000"))
    #expect(read.dates == ["03-11"])
    #expect(read.told == [])
  }

  @Test("a zone that nobody knows is taken as the household's, and told")
  func unknownZone() throws {
    let read = try covered(event("DTSTART;TZID=Nowhere/Land:20260310T233000"))
    #expect(read.dates == ["03-10"])
    #expect(
      read.told.first
        == "x.ics:3: warning: in VEVENT: the time zone 'Nowhere/Land' is unknown, and taken as the household's")
  }

  @Test("RRULE repeats, RDATE adds and EXDATE takes away")
  func repeats() throws {
    let read = try covered(
      event(
        "DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY;COUNT=4", "RDATE;VALUE=DATE:20260401",
        "EXDATE;VALUE=DATE:20260316"))
    #expect(read.dates == ["03-02", "03-09", "03-23", "04-01"])
  }

  @Test("UNTIL in UTC ends a repetition at its own wall time")
  func until() throws {
    let daily = event("DTSTART;TZID=Europe/London:20260327T233000", "RRULE:FREQ=DAILY;UNTIL=20260330T223000Z")
    #expect(try covered(daily).dates == ["03-27", "03-28", "03-29", "03-30"])
    let earlier = event("DTSTART;TZID=Europe/London:20260327T233000", "RRULE:FREQ=DAILY;UNTIL=20260330T222959Z")
    #expect(try covered(earlier).dates == ["03-27", "03-28", "03-29"])
  }

  @Test("a weekly call that is on the next day here is so every week")
  func shifted() throws {
    let calls = event("DTSTART;TZID=America/New_York:20260309T200000", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3")
    // 20:00 in New York is midnight in London in the weeks when only America has changed its clocks, else 01:00.
    #expect(try covered(calls).dates == ["03-10", "03-17", "03-24"])
  }

  @Test("a RECURRENCE-ID moves one occurrence, and a cancelled one takes it away")
  func moved() throws {
    let read = try covered(
      event("DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY;COUNT=3")
        + event("RECURRENCE-ID;VALUE=DATE:20260309", "DTSTART;VALUE=DATE:20260311")
        + event("RECURRENCE-ID;VALUE=DATE:20260316", "DTSTART;VALUE=DATE:20260316", "STATUS:CANCELLED"))
    #expect(read.dates == ["03-02", "03-11"])
  }

  @Test("a cancelled event is left out with all that belongs to it, and the higher SEQUENCE wins")
  func cancelled() throws {
    #expect(
      try covered(
        event("DTSTART;VALUE=DATE:20260302", "STATUS:CANCELLED")
          + event("RECURRENCE-ID;VALUE=DATE:20260309", "DTSTART;VALUE=DATE:20260311")
      )
      .dates == [])
    #expect(
      try covered(
        event("DTSTART;VALUE=DATE:20260302", "SEQUENCE:0") + event("DTSTART;VALUE=DATE:20260303", "SEQUENCE:1")
      ).dates == ["03-03"])
  }

  @Test("a bad event is told with its line, and takes no other with it")
  func bad() throws {
    let read = try covered(
      event("SUMMARY:no start") + event("DTSTART;VALUE=DATE:20260408", "DTEND;VALUE=DATE:20260406")
        + event("DTSTART:garbage")
        + event("DTSTART;VALUE=DATE:20260406", "RRULE:FREQ=SECONDLY")
        + "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260501\r\n" + event("DTSTART;VALUE=DATE:20260407"))
    #expect(read.dates == ["04-06", "04-07"])
    #expect(
      read.told.map { $0.prefix(40) }.map(String.init) == [
        "x.ics:3: warning: in VEVENT: it has no D", "x.ics:7: warning: in VEVENT: it ends bef",
        "x.ics:12: warning: in VEVENT: Can't pars",
        "x.ics:12: warning: in VEVENT: it has no ", "x.ics:16: warning: in VEVENT: its repeti",
        "x.ics:21: warning: in VEVENT: it has no ",
      ])
  }

  @Test("a folded line, small letters and plain line ends are read")
  func folded() throws {
    let text = "begin:vevent\ndtst\n art;value=da\n\tte:20260406\nsummary:x\nend:vevent\n"
    #expect(try covered(text).dates == ["04-06"])
  }

  /// Those of the Occurframe corpus (CC0-1.0) that are about a set of dates, as dates; docs/recurrence.md has the rest.
  @Test(
    "RRULE, RDATE and EXDATE together give these dates",
    arguments: [
      (["RRULE:FREQ=DAILY;COUNT=5", "EXDATE;TZID=Europe/London:20260307T090000"], "03-05 03-06 03-08 03-09", 0),
      (["RRULE:FREQ=WEEKLY;COUNT=3", "RDATE;TZID=Europe/London:20260307T140000"], "03-05 03-07 03-12 03-19", 0),
      (
        [
          "RRULE:FREQ=WEEKLY;COUNT=2", "RDATE;TZID=Europe/London:20260307T140000",
          "EXDATE;TZID=Europe/London:20260307T140000",
        ], "03-05 03-12", 0
      ),
      // A date in EXDATE takes all of that date away; so does another zone's name for the same instant.
      (["RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20260306"], "03-05 03-07", 0),
      (["RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=America/New_York:20260306T040000"], "03-05 03-07", 0),
      (["RRULE:FREQ=DAILY;COUNT=3", "RDATE;TZID=Europe/London:20260306T090000"], "03-05 03-06 03-07", 0),
      (["RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=2", "RRULE:FREQ=WEEKLY;BYDAY=SA;COUNT=2"], "03-05 03-07 03-12 03-14", 0),
      (["RRULE:FREQ=DAILY;COUNT=2", "EXDATE;TZID=Europe/London:20260305T090000,20260306T090000"], "", 0),
      (["RRULE:FREQ=DAILY;COUNT=3", "EXRULE:FREQ=WEEKLY;BYDAY=FR"], "03-05 03-06 03-07", 1),
      (["RRULE:FREQ=WEEKLY;COUNT=2", "RDATE;VALUE=PERIOD:20260307T140000Z/PT1H"], "03-05 03-07 03-12", 0),
      (["RRULE:FREQ=WEEKLY;COUNT=2", "RDATE;TZID=Europe/London:20260302T090000"], "03-02 03-05 03-12", 0),
      (["EXDATE;TZID=Europe/London:20260305T090000"], "", 0),
      (["RRULE:FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0;COUNT=2"], "03-05 03-06", 0),
      (["RRULE:FREQ=DAILY;BYHOUR=9,17;COUNT=2"], "03-05", 1), (["RRULE:FREQ=HOURLY;COUNT=4"], "03-05", 1),
    ])
  func sets(lines: [String], dates: String, warnings: Int) throws {
    let text = (["BEGIN:VEVENT", "UID:a", "DTSTART;TZID=Europe/London:20260305T090000"] + lines + ["END:VEVENT", ""])
      .joined(separator: "\r\n")
    let read = try covered(text)
    #expect(read.dates.joined(separator: " ") == dates)
    #expect(read.told.filter { !$0.contains("has no events") }.count == warnings, "\(read.told)")
  }

  @Test("Outlook's name of a zone is that zone, for a repetition too")
  func windowsZone() throws {
    // 20:00 in New York is the next date in London, all through the spring.
    let calls = event("DTSTART;TZID=Eastern Standard Time:20260309T200000", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3")
    let read = try covered(calls)
    #expect(read.dates == ["03-10", "03-17", "03-24"])
    #expect(read.told == [])
  }

  @Test("a file that breaks off is told")
  func brokenOff() throws {
    let folder = try TemporaryFolder(
      "[[calendar]]\nid = \"c\"\nics = \"x.ics\"\n",
      ["x.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260406\nEND:VEVENT\nBEGIN:VEVENT\nDTST"])
    #expect(
      try findings(in: folder) == [
        "x.ics:5: warning: in VEVENT: it has no END",
        "x.ics:6: warning: in file: it ends before END:VCALENDAR; what followed is missing",
      ])
  }

  @Test("a file that is no calendar, as a download leaves it, is an error: the days of yesterday's config go on")
  func none() throws {
    let folder = try TemporaryFolder("[[calendar]]\nid = \"c\"\nics = \"x.ics\"\n", ["x.ics": "<html>"])
    #expect(
      try findings(in: folder) == [
        "3:7: error: the calendar file 'x.ics' cannot be read: it is no iCalendar file: there is no BEGIN:VCALENDAR in it"
      ])
  }
}
