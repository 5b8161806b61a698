import ArgumentParser
import Glibc

struct Watch: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl watch", abstract: "A live view of now, which counts down.",
    discussion: """
      Keys: d the next step is under way, + five minutes later, s not today, u undo, q leave. Where the output is no
      terminal, or with --plain or --json, each change is a line of its own.
      """)

  @Flag(help: "No live screen: a line a change.")
  var plain = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let leaving = [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH, SIGCONT]
    guard !plain, !global.json, let terminal = Terminal(), let signals = SignalPipe(leaving) else {
      return try WatchLines(context: context, global: global).run()
    }
    return try WatchLoop(context, global, terminal: terminal, signals: signals).run()
  }
}
