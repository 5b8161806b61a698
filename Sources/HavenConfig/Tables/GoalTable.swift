import HavenCore

extension Goal: NewlyWritten {
  public init() { self.init(id: "", carer: "", domain: .rest, name: "", minutes: 15) }
}

/// `[[goal]]`
enum GoalTable {
  static let table = Table<Goal>(
    "goal", .list, "Something a carer does for themselves. It is offered, never pressed.", what + when)

  private static let what: [Key<Goal>] = [
    Key("id", .id(example: "walk"), .words("the name's slug"), "the goal's name for commands") { $0.id = $1 },
    Key("carer", .id("carer", example: "ros"), .words("the only carer"), "whose it is; needed where there are several")
    {
      $0.carer = $1
    },
    Key(
      "domain", .choice("domain"), .required,
      "what it feeds"
    ) { $0.domain = $1 },
    Key("name", .text("name", example: "\"a walk\""), .required, "what it is") { $0.name = $1 },
    Key("minutes", .whole("whole number of minutes", 1...1440, example: 20), .value("15"), "how long it takes") {
      $0.minutes = $1
    },
    Key(
      "smallest", .text(example: "\"to the gate and back\""), .words("none"),
      "the smallest thing that counts; what is offered on a hard day"
    ) { $0.smallest = $1 },
    Key(
      "target", .target, .words("none"),
      "how often, or for how long: `N` or `N-M`, an optional `h` or ` nights`, then ` per week`, ` per 2 weeks`, ` per 28d`, "
        + "` per quarter` or ` per year`; weeks start on Monday"
    ) { $0.target = $1 },
    Key("private", .boolean, .value("false"), "whether no screen may name it", example: "true") { $0.isPrivate = $1 },
    Key(
      "lines", .list(of: .text(example: "\"Air is on offer. Or tea.\"")), .value("[]"),
      "up to three ways to offer it, taken in turn"
    ) { $0.lines = $1 },
    Key(
      "from", .choice("source"), .words("none"),
      "what it is done with: `reading` shows the next title of the reading list beside it", example: "\"reading\""
    ) { $0.source = $1 },
  ]

  private static let when: [Key<Goal>] = [
    Key(
      "after", .id("step", example: "leave-for-school"), .words("none"),
      "the step after whose start it may be offered, for an hour"
    ) {
      $0.after = $1
    },
    Key("delay", .duration(0...43_200, example: "35m"), .value("\"5m\""), "how long after that step's start") {
      $0.delay = $1
    },
    Key(
      "window", .list(of: .window), .value("[]"), "when it may be offered; with `after`, where both hold",
      example: "[\"Wed 20:30-21:10\"]"
    ) { $0.windows = $1 },
    Key("days", .list(of: .id("day", example: "school-day")), .words("every kind of day"), "kinds of day") {
      $0.days = $1
    },
    Key(
      "appointment", .appointment, .words("none"),
      "a fixed time, and how it comes again: a date-time, optionally a space and an RRULE that starts there; it is "
        + "announced 24 h and 2 h before"
    ) { $0.appointment = $1 },
  ]
}

extension ValueType where Value == Goal.Appointment {
  fileprivate static let appointment = ValueType.grammar(
    "moment with repetition", example: "\"2026-03-06T11:00 FREQ=WEEKLY;INTERVAL=2\""
  ) { text throws(GrammarFault) in try Goal.Appointment(parsing: text) }
}
