import HavenCore

extension Step: NewlyWritten { public init() { self.init(id: "", at: TimeOfDay(seconds: 0), name: "") } }

/// `[[routine.step]]`
enum StepTable {
  static let table = Table<Step>(
    "routine.step", .list,
    "One thing a day is made of, in full. It belongs to the `[[routine]]` before it. Only a step with a size or a ladder "
      + "is a transition and gets cues.",
    when + change + words)

  private static let when: [Key<Step>] = [
    Key("id", .id(example: "tablet-ends"), .words("the name's slug"), "the step's name for commands; once a day") {
      $0.id = $1
    },
    Key("at", .time, .required, "when it starts, on the wall clock") { $0.at = $1 },
    Key("name", .text("name", example: "\"tablet ends\""), .required, "what it is called, for all to see") {
      $0.name = $1
    },
    Key(
      "who", .list(of: .id("child", example: "otter")), .words("all children"),
      "the children it is for; `[]` for none: such a step is shown and never has cues"
    ) { $0.who = $1 },
    Key("carer", .id("carer", example: "ros"), .words("the child's key carer"), "to whom its cues go first") {
      $0.carer = $1
    },
    Key(
      "tags", .list(of: .tag), .value("[]"),
      "what it is for",
      example: "[\"food\", \"water\", \"core\"]"
    ) { $0.tags = $1 },
    Key(
      "minutes", .whole("whole number of minutes", 1...1440, example: 35), .words("until its child's next step"),
      "how long it lasts"
    ) { $0.minutes = $1 },
    Key(
      "anchor", .choice("anchor"), .value("\"start\""),
      "what gives way when the day runs late, and what a sick day "
        + "keeps; it never changes a cue's time", example: "\"fixed\""
    ) { $0.anchor = $1 },
  ]

  private static let change: [Key<Step>] = [
    Key(
      "transition", .transition, .value("\"none\""),
      "how big a change it is: none, easy, normal, hard or very-hard, "
        + "for all its children or for each by name", example: "{ otter = \"hard\", wren = \"easy\" }"
    ) {
      $0.transition = $1 == .all(nil) ? nil : $1
    },
    Key(
      "ladder", .ladder, .words("by working age and size"),
      "preset, own ladder or rungs; overrides the size, and by "
        + "itself makes the step a transition"
    ) { $0.ladder = $1 },
    Key(
      "cause", .list(of: .cause), .value("[]"),
      "what makes it hard, one or two", example: "[\"leaving-good\"]"
    ) { $0.causes = $1 },
    Key(
      "away", .boolean, .value("false"),
      "whether it is away from home: its cues, and those while it lasts, go on the "
        + "leave-card"
    ) { $0.isAway = $1 },
    Key("new", .boolean, .value("false"), "whether it is new: soft days leave it out") { $0.isNew = $1 },
    Key("tune", .boolean, .value("false"), "whether `cause` may shape the ladder") { $0.isTuned = $1 },
  ]

  private static let words: [Key<Step>] = [
    Key("bridge", .text("text", example: "\"ring the bell\""), .words("none"), "something to carry over into it") {
      $0.bridge = $1
    },
    Key(
      "natural-stop", .text("text", example: "\"end of level\""), .words("none"),
      "where what is being left can well end"
    ) {
      $0.naturalStop = $1
    },
    Key(
      "say", .text("text", most: 300, example: "\"End of this level, then you ring the bell for tea.\""),
      .words("none"),
      "the line to say, the same every day"
    ) { $0.say = $1 },
    Key(
      "why", .text("text", most: 500, example: "\"Stopping in the middle is the hard part, not stopping.\""),
      .words("none"),
      "why it is done so, for `why STEP`"
    ) { $0.why = $1 },
    Key(
      "event-label", .text("text", most: 60, example: "\"Saturday plan\""), .words("the name"), "what a screen calls it"
    ) {
      $0.eventLabel = $1
    },
  ]
}

extension ValueType where Value == Tag {
  fileprivate static let tag = ValueType.choice("tag")
}

extension ValueType where Value == Cause {
  fileprivate static let cause = ValueType.choice("cause")
}

extension ValueType where Value == Size? {
  fileprivate static let size = ValueType.grammar("size", example: "\"hard\"") { text throws(GrammarFault) in
    if text == "none" { return nil }
    if let size = Size(rawValue: text) { return size }
    let words = ["none"] + Size.allCases.map(\.rawValue)
    throw GrammarFault(
      "\(quoted(text)) is not a size",
      hint: nearest(to: text, among: words).map { "did you mean '\($0)'?" }
        ?? "write \(listed(words.map { "'\($0)'" }, "or"))")
  }
}

extension ValueType where Value == TransitionSpec {
  fileprivate static let transition = ValueType(name: "size, or table of child and size", example: "\"hard\"") {
    node, findings in
    guard node.kind == .table else { return ValueType<Size?>.size.read(node, findings).map { .all($0) } }
    var sizes: [ChildID: Size?] = [:]
    for value in node.children {
      if let size = ValueType<Size?>.size.read(value, findings) { sizes.updateValue(size, forKey: value.key) }
    }
    return .each(sizes)
  }
}
