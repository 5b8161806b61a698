import HavenCore

extension MarkedDate: NewlyWritten { public init() { self.init(date: CivilDate(dayNumber: 0)) } }
extension Support: NewlyWritten { public init() { self.init(name: "", kind: .friend) } }
extension Card: NewlyWritten { public init() { self.init(topic: "", text: "") } }

/// `[[marked-date]]`
enum MarkedDateTable {
  static let table = Table<MarkedDate>(
    "marked-date", .list, "A date that can be heavy. Carers hear it ahead; no screen ever names it.",
    [
      Key("date", .date, .required, "the date", example: "\"2026-03-15\"") { $0.date = $1 },
      Key("child", .id("child", example: "badger"), .words("none"), "whose it is: that child's key carers hear it") {
        $0.child = $1
      },
      Key(
        "heads-up", .list(of: .wholeDays), .value("[\"14d\", \"3d\"]"), "how long before it is said",
        example: "[\"7d\", \"1d\"]"
      ) { $0.headsUp = $1 },
    ])
}

/// `[[support]]`
enum SupportTable {
  static let table = Table<Support>(
    "support", .list, "Somebody to call on, as `support` and `help-now` print it.",
    [
      Key("name", .text("name", example: "\"Auntie Jo\""), .required, "who") { $0.name = $1 },
      Key(
        "kind", .choice("kind of support"), .required,
        "what they are to you", example: "\"family\""
      ) { $0.kind = $1 },
      Key("how", .text(most: 300, example: "\"text any time\""), .words("none"), "how to reach them") { $0.how = $1 },
      Key("for", .text(most: 300, example: "\"evenings, and a voice at the door\""), .words("none"), "what for") {
        $0.purpose = $1
      },
    ])
}

/// `[[plan]]`
enum PlanTable {
  struct Model: NewlyWritten {
    var name = ""
    var children: [ChildID]?
    var actions: [String] = []
  }

  static let table = Table<Model>(
    "plan", .list, "Who goes where when it gets too big: what `safe`, `night` and a tag-out print.",
    [
      Key("name", .text("name", example: "\"if it gets too big\""), .required, "what it is for") { $0.name = $1 },
      Key("for", .list(of: .id("child", example: "otter")), .words("all children"), "the children it is about") {
        $0.children = $1
      },
      Key(
        "do", .list(of: .text("line", most: 300, example: "\"Water. Six slow breaths.\"")), .required,
        "what to do, a line each"
      ) { $0.actions = $1 },
    ])
}

/// `[[card]]`
enum CardTable {
  static let table = Table<Card>(
    "card", .list, "A quick card of your own; one with the topic of a built-in card takes its place.",
    [
      Key("topic", .text("topic", most: 40, example: "\"landing\""), .required, "the word that finds it") {
        $0.topic = $1
      },
      Key(
        "text", .text(most: 140, example: "\"Toast first. No questions till the den is packed away.\""), .required,
        "at most 140 characters"
      ) { $0.text = $1 },
      Key(
        "words", .list(of: .text("word", most: 40, example: "\"toast\"")), .value("[]"),
        "other words that find it, such as those of your own language"
      ) { $0.words = $1 },
    ])
}
