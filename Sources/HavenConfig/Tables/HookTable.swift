import HavenCore

extension Hook: NewlyWritten {}

/// `[[hook]]`
enum HookTable {
  static let table = Table<Hook>(
    "hook", .list,
    "A command of your own that hears what happens: it gets one JSON object on its standard input. It never delays a "
      + "warning. See docs/recipes.md.",
    [
      Key(
        "on", .list(of: .choice("occasion")), .required,
        "what it hears of: a kind of line that is said, a `state` (shown, answered, held), an `act` of a person, a change "
          + "of the `plan`, a new `config`", example: "[\"cue\", \"catch-up\"]"
      ) { $0.occasions = $1 },
      Key(
        "run", .list(of: .word), .required,
        "the program and its words, which no shell reads: by its name in `$PATH` or by its whole path; `~/` at the "
          + "beginning of a word is the home",
        example: "[\"~/bin/lamp\", \"amber\"]"
      ) { $0.run = $1 },
      Key(
        "timeout", .duration(1...600, example: "10s"), .value("\"10s\""),
        "how long it may take; then it and all it started is ended"
      ) { $0.timeout = $1 },
      Key(
        "text", .choice("level of text"), .value("\"none\""),
        "how much of the title and the body goes along: `none`, or at most `generic`, `public` or `full`, and never more "
          + "than the screen shows at that moment", example: "\"generic\""
      ) { $0.text = $1 },
      Key(
        "who", .list(of: .id("child", example: "otter")), .words("all children"),
        "only what is about one of these children"
      ) { $0.children = $1 },
      Key(
        "carer", .list(of: .id("carer", example: "ros")), .words("all carers"),
        "only what goes to one of these carers, or what they did; a nudge, an appointment or a digest, which is a carer's "
          + "own, only reaches a hook that names them"
      ) { $0.carers = $1 },
    ])
}

extension ValueType where Value == String {
  /// A word of a command, which may hold anything but what no command line can carry.
  fileprivate static let word = ValueType.grammar("word", example: "\"spd-say\"") { text throws(GrammarFault) in
    guard text.utf8.count <= 4096, !text.utf8.contains(0) else {
      throw GrammarFault("the word cannot be handed to a program", hint: "at most 4096 bytes, and no U+0000")
    }
    return text
  }
}
