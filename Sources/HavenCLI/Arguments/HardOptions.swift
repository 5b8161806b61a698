import ArgumentParser
import HavenCore

/// What can be said of a hard moment, when it is recorded and when it is changed.
struct HardOptions: ParsableArguments {
  @Option(help: ArgumentHelp("1 wobble, 2 hard, 3 unsafe.", valueName: "1-3"))
  var size: Int?

  @Option(help: ArgumentHelp("Minutes until it was calm.", valueName: "MIN"))
  var settle: String?

  @Option(
    name: .customLong("tag"),
    help: ArgumentHelp(
      "What may lie underneath: \(NeutralWords.underneath.joined(separator: ", ")), or a word of your own. "
        + "Several times.", valueName: "T"), completion: .list(NeutralWords.underneath))
  var tags: [String] = []

  @Option(help: ArgumentHelp("What helped. Several times.", valueName: "H"))
  var helped: [String] = []

  @Option(
    name: .customLong("at"),
    help: ArgumentHelp("When it began, where not just now: '16:40', '20m ago'.", valueName: "WHEN"))
  var moment: String?

  @Flag(help: "A few neutral words: from standard input, or in $EDITOR.")
  var note = false

  /// Without the note, which is asked for last, when everything else is known to be right.
  func edit(child: String?, _ clock: WallClock) throws(CommandFailure) -> HardEdit {
    if let size, !(1...3).contains(size) {
      throw CommandFailure(.usage, "'\(size)' is not a size", hint: "1 wobble, 2 hard, 3 unsafe")
    }
    let settled = try settle.map { text throws(CommandFailure) in
      if let number = Int(text) { return number }
      return try minutes(text)
    }
    if let settled, !(0...1440).contains(settled) {
      throw CommandFailure(.usage, "'\(settled)' is not minutes of a day")
    }
    for text in tags + helped where NeutralWords.tag(text) == nil {
      throw CommandFailure(
        .usage, "'\(printable(text))' is not a tag", hint: "one word, or a few with hyphens; more goes into --note")
    }
    let at = try moment.map { text throws(CommandFailure) in
      try MomentWord(parsing: text).instant(.past, now: clock.now, zone: try clock.zone())
    }
    return HardEdit(
      child: child, size: size, settle: settled, tags: tags.isEmpty ? nil : tags,
      helped: helped.isEmpty ? nil : helped, at: at)
  }
}
