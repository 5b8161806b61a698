import HavenCore

extension DayKind: NewlyWritten { public init() { self.init(id: "") } }

/// `[[day]]`
enum DayTable {
  static let table = Table<DayKind>(
    "day", .list,
    "A kind of day. Kinds are tried in the order written, and the first that matches names the date; where none does "
      + "it is `plain`. A kind matches when any of `on`, `dates` and `rrule` that it gives says yes (one that gives none "
      + "matches every date), one of its `within` calendars holds, and none of its `not` calendars does.",
    [
      Key("id", .id(example: "school-day"), .required, "how routines and goals name this kind") { $0.id = $1 },
      Key("on", .weekdays, .words("none"), "days of the week") { $0.on = $1 },
      Key("dates", .list(of: .date), .words("none"), "single dates", example: "[\"2026-03-15\"]") {
        $0.dates = Set($1)
      },
      Key("rrule", .recurrence, .words("none"), "a repetition (RFC 5545) that starts at `from`") { $0.rule = $1 },
      Key("from", .date, .words("none"), "the date on which `rrule` starts", example: "\"2026-03-14\"") {
        $0.ruleFrom = $1
      },
      Key(
        "within", .list(of: .id("calendar", example: "spring-break")), .value("[]"),
        "calendars, one of which must hold the date"
      ) { $0.within = $1 },
      Key(
        "not", .list(of: .id("calendar", example: "teacher-days")), .value("[]"),
        "calendars, none of which may hold the date"
      ) { $0.not = $1 },
      Key(
        "school", .boolean, .value("false"),
        "whether this is a school day: on the first of these after a clock "
          + "change, morning transitions run one size larger"
      ) { $0.isSchool = $1 },
      Key("kind", .dayClass, .value("\"ordinary\""), "whether it is a holiday", example: "\"holiday\"") {
        $0.isHoliday = $1 == .holiday
      },
    ])

  enum Class: String, Sendable, CaseIterable { case ordinary, holiday }
}

extension ValueType where Value == DayTable.Class {
  fileprivate static let dayClass = ValueType.choice("kind of day")
}
