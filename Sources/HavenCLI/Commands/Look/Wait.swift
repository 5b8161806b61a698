import ArgumentParser
import HavenAPI

struct Wait: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl wait", abstract: "Waits until something happens, for scripts.",
    discussion: """
      It counts from the moment it is typed. It waits through a restart of havend. The exit code is 0 when it came, 1 when
      --timeout passed without it, and 69 where havend was not there at the start, or is not when time is up.
      """)

  @Argument(help: ArgumentHelp("next-cue, next-step, mode or quiet-end.", valueName: "CONDITION"))
  var condition: WaitCondition

  @Option(help: ArgumentHelp("No longer than this, such as '20m'.", valueName: "DURATION"))
  var timeout: String?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let limit = try timeout.map { text throws(CommandFailure) in try duration(text) }
    let loop = WaitLoop(context: context, global: global, condition: condition, timeout: limit)
    guard let (view, now) = try loop.run() else { return .no }
    Printer(context, global).show(view) { $0.wait(view, now) }
    return .success
  }
}
