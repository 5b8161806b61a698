import Testing

@testable import HavenCore

/// A rule is typed by a person or written by another program; what is wrong with it is said with its place.
struct RecurrenceParsingTests {
  @Test(
    "a rule is read whatever the order and the case, and written in one way",
    arguments: [
      ("FREQ=DAILY", "FREQ=DAILY"),
      ("interval=2;freq=weekly", "FREQ=WEEKLY;INTERVAL=2"),
      ("FREQ=WEEKLY;INTERVAL=1;WKST=MO;", "FREQ=WEEKLY"),
      ("FREQ=WEEKLY;BYDAY=SU,mo,SU;WKST=SU", "FREQ=WEEKLY;WKST=SU;BYDAY=MO,SU"),
      ("FREQ=MONTHLY;BYDAY=+1FR,-1FR,2MO", "FREQ=MONTHLY;BYDAY=2MO,-1FR,1FR"),
      ("FREQ=MONTHLY;BYMONTHDAY=31,-1,+5;BYSETPOS=2", "FREQ=MONTHLY;BYMONTHDAY=-1,5,31;BYSETPOS=2"),
      ("FREQ=YEARLY;BYMONTH=12,1;COUNT=7", "FREQ=YEARLY;COUNT=7;BYMONTH=1,12"),
      ("FREQ=YEARLY;BYYEARDAY=-366;BYWEEKNO=53", "FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=-366"),
      ("FREQ=DAILY;UNTIL=20260310", "FREQ=DAILY;UNTIL=20260310"),
      ("FREQ=DAILY;UNTIL=20260310T173005", "FREQ=DAILY;UNTIL=20260310T173005"),
      ("FREQ=DAILY;UNTIL=20260310T173005Z", "FREQ=DAILY;UNTIL=20260310T173005Z"),
    ])
  func canonical(text: String, written: String) throws {
    let rule = try Recurrence(parsing: text)
    #expect(rule.description == written)
    #expect(try Recurrence(parsing: written) == rule)
  }

  /// the rule with «» around the faulty piece, the message, the hint
  private static let faults: [(String, String, String?)] = [
    ("", "'' is not a part of a rule", "a rule is written 'FREQ=WEEKLY;INTERVAL=2'"),
    ("«WEEKLY»", "'WEEKLY' is not a part of a rule", "a rule is written 'FREQ=WEEKLY;INTERVAL=2'"),
    ("INTERVAL=2", "the rule has no 'FREQ'", "begin it with 'FREQ=WEEKLY'"),
    ("«FRQ»=WEEKLY", "unknown part 'FRQ'", "did you mean 'FREQ'?"),
    ("FREQ=WEEKLY;«INTERAL»=2", "unknown part 'INTERAL'", "did you mean 'INTERVAL'?"),
    ("FREQ=WEEKLY;«BYDAYS»=MO", "unknown part 'BYDAYS'", "did you mean 'BYDAY'?"),
    ("FREQ=WEEKLY;« INTERVAL»=2", "unknown part ' INTERVAL'", "did you mean 'INTERVAL'?"),
    ("«RRULE:FREQ»=DAILY", "unknown part 'RRULE:FREQ'", "leave 'RRULE:' out"),
    ("FREQ=«WEEKLEY»", "'WEEKLEY' is no value for 'FREQ'", "did you mean 'WEEKLY'?"),
    ("FREQ=«FORTNIGHTLY»", "'FORTNIGHTLY' is no value for 'FREQ'", "write 'FREQ=WEEKLY;INTERVAL=2'"),
    ("FREQ=«SOMETIMES»", "'SOMETIMES' is no value for 'FREQ'", "it is one of DAILY, WEEKLY, MONTHLY, YEARLY"),
    (
      "«FREQ=HOURLY»;COUNT=2", "a day's rule does not repeat within the day: 'FREQ=HOURLY'",
      "'FREQ=DAILY' is the shortest"
    ),
    (
      "FREQ=DAILY;«BYHOUR=9,12»", "'BYHOUR' is not for a day's rule",
      "the time is that of the start; leave 'BYHOUR' out"
    ),
    ("FREQ=DAILY;INTERVAL=«0»", "'0' is no value for 'INTERVAL'", "it is a whole number of 1 or more"),
    ("FREQ=DAILY;COUNT=«-3»", "'-3' is no value for 'COUNT'", "it is a whole number of 1 or more"),
    ("FREQ=DAILY;«COUNT=»", "'COUNT' has no value", nil),
    ("FREQ=DAILY;COUNT=2;«COUNT=3»", "'COUNT' is given twice", nil),
    (
      "FREQ=DAILY;COUNT=2;«UNTIL=20260310»", "a rule ends by 'COUNT' or by 'UNTIL', not by both",
      "leave one of them out"
    ),
    ("FREQ=DAILY;UNTIL=«2026-03-10»", "'2026-03-10' is no value for 'UNTIL'", "write '20260310'"),
    ("FREQ=DAILY;UNTIL=«20260230»", "'20260230' is no value for 'UNTIL'", "write '20261231'"),
    ("FREQ=DAILY;UNTIL=«20260310T1700»", "'20260310T1700' is no value for 'UNTIL'", "write '20261231'"),
    ("FREQ=WEEKLY;BYDAY=MO,«FRI»", "'FRI' is no value for 'BYDAY'", "write 'FR'"),
    ("FREQ=WEEKLY;BYDAY=MO,«»", "'BYDAY' has an empty item", "the days are MO, TU, WE, TH, FR, SA and SU"),
    ("FREQ=MONTHLY;BYDAY=«0FR»", "'0FR' is no value for 'BYDAY'", "write '1FR' for the first, '-1FR' for the last"),
    ("FREQ=MONTHLY;BYDAY=1«XX»", "'XX' is no value for 'BYDAY'", "the days are MO, TU, WE, TH, FR, SA and SU"),
    (
      "FREQ=WEEKLY;«BYDAY=MO,2FR»", "the counted weekday '2FR' does not go with 'FREQ=WEEKLY'",
      "write 'FR', or 'FREQ=MONTHLY'"
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=1,«32»", "'32' is no value for 'BYMONTHDAY'", "it is 1 to 31, or -1 to -31 from the end"),
    ("FREQ=YEARLY;BYMONTH=«-1»", "'-1' is no value for 'BYMONTH'", "it is 1 to 12"),
    ("FREQ=YEARLY;BYMONTH=1,«»,2", "'BYMONTH' has an empty item", "it is 1 to 12"),
    ("FREQ=MONTHLY;«BYWEEKNO=3»", "'BYWEEKNO' does not go with 'FREQ=MONTHLY'", nil),
    ("FREQ=DAILY;«BYYEARDAY=3»", "'BYYEARDAY' does not go with 'FREQ=DAILY'", nil),
    ("FREQ=WEEKLY;«BYMONTHDAY=3»", "'BYMONTHDAY' does not go with 'FREQ=WEEKLY'", nil),
    (
      "FREQ=YEARLY;BYWEEKNO=3;«BYDAY=1MO»", "a counted weekday does not go with 'BYWEEKNO'", "leave the numbers out"
    ),
    (
      "FREQ=MONTHLY;«BYSETPOS=1»", "'BYSETPOS' chooses among the dates of another 'BY' part, and there is none", nil
    ),
    ("FREQ=WEEKLY;WKST=«XX»", "'XX' is no value for 'WKST'", "the days are MO, TU, WE, TH, FR, SA and SU"),
  ]

  @Test("a faulty rule is refused with its reason, its place and what to write", arguments: faults)
  func fault(marked: String, message: String, hint: String?) throws {
    let text = marked.filter { $0 != "«" && $0 != "»" }
    let error = try #require(throws: RecurrenceError.self) { try Recurrence(parsing: text) }
    #expect(error.message == message)
    #expect(error.hint == hint)
    if let start = marked.firstIndex(of: "«"), let end = marked.firstIndex(of: "»") {
      #expect(error.offset == marked[..<start].utf8.count)
      #expect(error.length == marked[start..<end].utf8.count - 2)
    }
  }

  @Test("bytes that are no rule are refused, however long")
  func garbage() {
    for text in [";", "=", "==", ";;", "\u{0}", "FREQ=DAILY;;", "FREQ", String(repeating: "A", count: 100_000), "é=ß"] {
      #expect(throws: RecurrenceError.self) { try Recurrence(parsing: text) }
    }
  }
}
