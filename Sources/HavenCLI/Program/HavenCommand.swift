import ArgumentParser
import HavenAPI
import HavenConfig
import HavenCore

/// One command of `havenctl`: options, one call, one render.
protocol HavenCommand: ParsableCommand {
  var global: GlobalOptions { get }
  func run(_ context: Context) throws(CommandFailure) -> CommandStatus
}

/// A command that can be run as a `PlainQuestion`, without ArgumentParser, which takes several times as long as all the rest.
protocol PlainCommand: HavenCommand {
  /// Runs it as it is where none of its own options was typed.
  static func run(_ context: Context, _ options: PlainOptions) throws(CommandFailure) -> CommandStatus
}

extension PlainCommand {
  func run(_ context: Context) throws(CommandFailure) -> CommandStatus { try Self.run(context, global.plain) }
}

/// A command that does something in the household. It may stand in a simulation's script as well.
protocol ActCommand: HavenCommand {
  /// - Throws: for words that mean nothing, such as a duration without a unit.
  func command(_ clock: WallClock) throws(CommandFailure) -> Command
}

extension ActCommand {
  func run(_ context: Context) throws(CommandFailure) -> CommandStatus { try perform(context) }

  /// Has the daemon do it, and tells what came of it.
  ///
  /// - Parameter completed: adds what does not stand on the command line, such as a note.
  func perform(
    _ context: Context, completed: (Command) throws(CommandFailure) -> Command = { $0 }
  ) throws(CommandFailure) -> CommandStatus {
    let daemon = Daemon(context, global)
    let clock = WallClock(now: context.now()) { () throws(CommandFailure) in try daemon.zone() }
    let act = try daemon.perform(try completed(try command(clock)))
    Printer(context, global).show(act) { $0.act(act) }
    return .success
  }
}

/// What "tomorrow" and "in 20m" are counted from.
struct WallClock {
  var now: Instant
  /// The household's zone, asked for only where a word needs it.
  var zone: () throws(CommandFailure) -> Zone
}
