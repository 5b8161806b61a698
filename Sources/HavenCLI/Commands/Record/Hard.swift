import ArgumentParser
import HavenCore

struct Hard: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl hard", abstract: "Record a hard moment that is over, in ten seconds.",
    discussion: """
      That child's warnings rest for twenty minutes, and nothing is asked of you for an hour.
      """)

  @Option(help: ArgumentHelp("Whose; all children where it is left out.", valueName: "C"))
  var child: String?

  @Option(help: ArgumentHelp("1 wobble, 2 hard, 3 unsafe.", valueName: "1-3"))
  var size = 2

  @Option(help: ArgumentHelp("Minutes until it was calm.", valueName: "MIN"))
  var settle: String?

  @Option(
    name: .customLong("tag"),
    help: ArgumentHelp("What may lie underneath: hungry, tired, change… Several times.", valueName: "T"))
  var tags: [String] = []

  @Option(help: ArgumentHelp("What helped. Several times.", valueName: "H"))
  var helped: [String] = []

  @Option(
    name: .customLong("at"),
    help: ArgumentHelp("When it began, where not just now: '16:40', '20m ago'.", valueName: "WHEN"))
  var moment: String?

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    guard (1...3).contains(size) else {
      throw CommandFailure(.usage, "'\(size)' is not a size", hint: "1 wobble, 2 hard, 3 unsafe")
    }
    let settled = try settle.map { text throws(CommandFailure) in
      if let number = Int(text) { return number }
      return try minutes(text)
    }
    if let settled, !(0...1440).contains(settled) {
      throw CommandFailure(.usage, "'\(settled)' is not minutes of a day")
    }
    let at = try moment.map { text throws(CommandFailure) in
      try MomentWord(parsing: text).instant(.past, now: clock.now, zone: try clock.zone())
    }
    return .hard(HardMoment(child: child, size: size, settle: settled, tags: tags, helped: helped, at: at))
  }
}
