import ArgumentParser
import HavenAPI
import HavenCore

struct ModeCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl mode", abstract: "Make a day smaller, for one child or all; or tell how it is.",
    discussion: """
      low-demand lasts until midnight; regression and sick until 'havenctl mode ordinary'; each until WHEN where that
      is given. The same mode again says yes, still right. Asked how it is, it tells since when and until when, and what
      is different for it; the exit code is 0 on a soft day and 1 on an ordinary one.
      """)

  @Argument(help: ArgumentHelp("ordinary, low-demand, regression or sick.", valueName: "NAME"))
  var mode: Mode?

  @Argument(help: ArgumentHelp("The child's alias; every child where it is left out.", valueName: "CHILD"))
  var child: String?

  @Option(help: ArgumentHelp("The age to go by in the meantime.", valueName: "N"))
  var age: Int?

  @Option(help: ArgumentHelp("'17:30', 'in 3h', 'tomorrow 17:00', 'Sat 10:00'.", valueName: "WHEN"))
  var until: String?

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    guard let mode else {
      throw CommandFailure(.usage, "the name of a mode is missing", hint: "havenctl mode low-demand")
    }
    if let age, !(0...25).contains(age) { throw CommandFailure(.usage, "'\(age)' is not an age to go by") }
    let end = try until.map { text throws(CommandFailure) in
      try MomentWord(parsing: text).instant(now: clock.now, zone: try clock.zone())
    }
    return .mode(mode, child: child, age: age, until: end)
  }

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard mode == nil else { return try perform(context) }
    let view = try Daemon(context, global).mode()
    Printer(context, global).show(view) { $0.mode(view) }
    return view.modes.isEmpty ? .no : .success
  }
}
