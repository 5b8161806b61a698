import ArgumentParser
import HavenAPI
import HavenCore

struct HandoverCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl handover",
    abstract: "What the next carer needs to know; or your part of it.",
    discussion: """
      Haven fills in what it knows since the shift began: promises, boundaries, hard moments, food and water, what has
      changed. An option adds what only you can say. Read without a daemon, it is the last one that was kept.
      """)

  @Option(help: ArgumentHelp("Who is calm. Several times.", valueName: "CHILD"))
  var calm: [String] = []

  @Option(help: ArgumentHelp("Who is wobbly. Several times.", valueName: "CHILD"))
  var wobbly: [String] = []

  @Option(help: ArgumentHelp("Who has it hard. Several times.", valueName: "CHILD"))
  var hard: [String] = []

  @Option(
    name: .customLong("choice"),
    help: ArgumentHelp("A choice you offered, in one word: 'shoes-or-boots'. Several times.", valueName: "WORD"))
  var choices: [String] = []

  @Option(help: ArgumentHelp("What helped. Several times.", valueName: "H"))
  var helped: [String] = []

  @Option(help: ArgumentHelp("Which child knows what has changed. Several times.", valueName: "CHILD"))
  var knows: [String] = []

  @Option(help: ArgumentHelp("Recorded as you say it, and never worked out.", valueName: "given|not-given"))
  var meds: Handover.Meds?

  @Option(help: ArgumentHelp("How you are yourself, if you like to say: 1 to 5.", valueName: "N"))
  var level: Int?

  @Option(help: ArgumentHelp("One line in your own words, from standard input: '--line -'.", valueName: "-"))
  var line: String?

  @OptionGroup var global: GlobalOptions

  /// Its line left out: a script holds nobody's own words.
  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    guard written != Handover() else {
      throw CommandFailure(.usage, "nothing is handed over", hint: "havenctl handover --calm CHILD …")
    }
    return .handover(written)
  }

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    var handover = written
    if let line { handover.line = try ownLine(line, hint: "havenctl handover --line -") }
    guard handover == Handover() else {
      let act = try Daemon(context, global).perform(.handover(handover))
      Printer(context, global).show(act) { $0.act(act) }
      return .success
    }
    return try read(context)
  }

  private var written: Handover {
    Handover(
      calm: calm, wobbly: wobbly, hard: hard, choices: choices, helped: helped, knows: knows, meds: meds, level: level)
  }

  private func read(_ context: Context) throws(CommandFailure) -> CommandStatus {
    do {
      let handover = try Daemon(context, global).handover()
      Printer(context, global).show(handover) { $0.handover(handover) }
    } catch {
      guard error.status == .unavailable, global.socket == nil, !global.json, !global.discreet,
        let path = stateFile("haven.handover", context), let kept = try? readText(path)
      else { throw error }
      context.errors.line("havenctl: havend is not running; this is the last handover that was kept")
      for line in kept.split(separator: "\n") { context.output.line(printable(line)) }
    }
    return .success
  }
}

extension Handover.Meds: ExpressibleByArgument {}
