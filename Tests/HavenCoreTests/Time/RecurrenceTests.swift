import Testing

@testable import HavenCore

/// Rules from their start, in dates that can be checked against a calendar.
struct RecurrenceTests {
  /// start, rule, the first occurrences; `.` after the last one that there is.
  private static let rules: [(String, String, String)] = [
    ("2026-03-10", "FREQ=DAILY", "2026-03-10 2026-03-11 2026-03-12"),
    ("2026-03-10", "FREQ=DAILY;INTERVAL=10;COUNT=3", "2026-03-10 2026-03-20 2026-03-30 ."),
    ("2026-03-10", "FREQ=DAILY;UNTIL=20260312", "2026-03-10 2026-03-11 2026-03-12 ."),
    ("2026-01-30", "FREQ=DAILY;BYMONTH=1,3", "2026-01-30 2026-01-31 2026-03-01"),
    ("2026-02-26", "FREQ=DAILY;BYMONTHDAY=-1,1", "2026-02-28 2026-03-01 2026-03-31"),
    ("2026-03-06", "FREQ=WEEKLY;INTERVAL=2", "2026-03-06 2026-03-20 2026-04-03"),
    ("2026-03-03", "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", "2026-03-03 2026-03-05 2026-03-10 2026-03-12 ."),
    // The start does not match: it is not an occurrence.
    ("2026-03-04", "FREQ=WEEKLY;BYDAY=TU,TH", "2026-03-05 2026-03-10 2026-03-12"),
    // Every other week, with the week starting on Monday and on Sunday (RFC 5545's own example).
    ("1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU", "1997-08-05 1997-08-10 1997-08-19 1997-08-24 ."),
    (
      "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
      "1997-08-05 1997-08-17 1997-08-19 1997-08-31 ."
    ),
    ("2026-01-31", "FREQ=MONTHLY", "2026-01-31 2026-03-31 2026-05-31"),
    ("2026-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31 2026-02-28 2026-03-31"),
    ("2026-03-01", "FREQ=MONTHLY;BYDAY=-1FR", "2026-03-27 2026-04-24 2026-05-29"),
    ("2026-03-01", "FREQ=MONTHLY;BYDAY=1SA,3SA", "2026-03-07 2026-03-21 2026-04-04"),
    ("2026-03-01", "FREQ=MONTHLY;BYDAY=5SU", "2026-03-29 2026-05-31 2026-08-30"),
    ("2026-02-01", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-02-13 2026-03-13 2026-11-13"),
    ("2026-03-01", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-03-31 2026-04-30 2026-05-29"),
    ("2026-03-01", "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1,-1", "2026-03-01 2026-03-29 2026-04-04 2026-04-26"),
    ("2024-02-29", "FREQ=YEARLY", "2024-02-29 2028-02-29 2032-02-29"),
    ("2026-03-10", "FREQ=YEARLY;INTERVAL=3", "2026-03-10 2029-03-10 2032-03-10"),
    ("2026-03-10", "FREQ=YEARLY;BYMONTH=9,6", "2026-06-10 2026-09-10 2027-06-10"),
    ("2026-01-01", "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", "2026-05-10 2027-05-09 2028-05-14"),
    ("1997-05-19", "FREQ=YEARLY;BYDAY=20MO", "1997-05-19 1998-05-18 1999-05-17"),
    ("2026-01-01", "FREQ=YEARLY;BYDAY=-1SU", "2026-12-27 2027-12-26 2028-12-31"),
    ("1997-05-12", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12 1998-05-11 1999-05-17"),
    (
      "1997-01-01", "FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200",
      "1997-01-01 1997-04-10 1997-07-19 2000-01-01 ."
    ),
    ("2026-01-01", "FREQ=YEARLY;BYYEARDAY=-1,366", "2026-12-31 2027-12-31 2028-12-31"),
    // Week 53 ends in the next year; week 1 begins in the last.
    ("2026-12-25", "FREQ=YEARLY;BYWEEKNO=53", "2026-12-28 2026-12-29 2026-12-30 2026-12-31 2027-01-01 2027-01-02"),
    ("2029-12-25", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2029-12-31 2030-12-30 2031-12-29"),
    ("2026-01-01", "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", "2027-01-03 2028-01-02 2028-12-31"),
    // A counted weekday beside a plain one adds to it.
    ("2026-03-01", "FREQ=MONTHLY;BYDAY=MO,1TU", "2026-03-02 2026-03-03 2026-03-09 2026-03-16"),
    // The set is that of the whole week, also of the first, which began before the start.
    ("2026-03-04", "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1", "2026-03-09 2026-03-16"),
    ("2026-03-04", "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2", "2026-03-04 2026-03-11"),
    ("2026-03-10", "FREQ=DAILY;BYDAY=MO;BYSETPOS=-1;UNTIL=20260317", "2026-03-16 ."),
    ("2026-03-10", "FREQ=MONTHLY;BYMONTHDAY=10;BYSETPOS=2", "."),
    ("2026-03-10", "FREQ=DAILY;UNTIL=20260309", "."),
    ("2026-03-10", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "."),
    ("9998-03-10", "FREQ=YEARLY", "9998-03-10 9999-03-10 ."),
  ]

  @Test("a rule gives these dates", arguments: rules)
  func dates(start: String, rule: String, expected: String) throws {
    let rule = try Recurrence(parsing: rule)
    let start = try date(start)
    var wanted = expected.split(separator: " ")
    let ends = wanted.last == "."
    if ends { wanted.removeLast() }
    let found = rule.occurrences(from: start).prefix(wanted.count + 1).map(\.description)
    #expect(found.prefix(wanted.count) == wanted.map(String.init)[...])
    #expect((found.count == wanted.count) == ends)
  }

  @Test("a date is an occurrence exactly where the rule gives it", arguments: rules)
  func membership(start: String, rule: String, _: String) throws {
    let rule = try Recurrence(parsing: rule)
    let start = try date(start)
    var occurrences = Set<CivilDate>()
    for occurrence in rule.occurrences(from: start) {
      occurrences.insert(occurrence)
      if occurrence > start + 1400 { break }
    }
    for day in -40...1400 {
      #expect(rule.includes(start + day, from: start) == occurrences.contains(start + day), "\(start + day)")
    }
  }

  @Test("the next occurrence is the first after a date", arguments: rules)
  func nextOccurrence(start: String, rule: String, _: String) throws {
    let rule = try Recurrence(parsing: rule)
    let start = try date(start)
    var previous = start - 100
    for occurrence in rule.occurrences(from: start).prefix(20) {
      for date in Set([previous, previous + 1, occurrence - 1]) where date < occurrence {
        #expect(rule.next(after: date, from: start) == occurrence)
      }
      previous = occurrence
    }
  }

  @Test("a rule that began centuries ago is answered at once")
  func fastForward() throws {
    let rule = try Recurrence(parsing: "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU")
    let start = try date("0001-01-07")  // a Sunday
    let clock = ContinuousClock()
    let spent = try clock.measure {
      for day in 0..<1000 { _ = rule.next(after: try date("2026-03-10") + day, from: start) }
    }
    #expect(spent < .seconds(1))
  }

  @Test(
    "a rule that never comes ends, and soon",
    arguments: [
      "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4",
      "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1", "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
      "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2;COUNT=5;BYDAY=6MO",
    ])
  func never(rule: String) throws {
    let rule = try Recurrence(parsing: rule)
    let start = try date("2026-03-10")
    #expect(rule.next(after: start, from: start) == nil)
    #expect(rule.occurrences(from: start).first { _ in true } == nil)
  }

  @Test("a leap day on a Wednesday is waited for, 40 years if need be")
  func rare() throws {
    let rule = try Recurrence(parsing: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=WE")
    let occurrences = rule.occurrences(from: try date("2060-01-01")).prefix(3).map(\.description)
    #expect(occurrences == ["2068-02-29", "2096-02-29", "2108-02-29"])
  }
}
