import ArgumentParser
import HavenCore

struct Done: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl done", abstract: "Say that a step is under way: nothing more is said about it.")

  @Argument(help: ArgumentHelp("A step of today, or a prefix of its id that is unique.", valueName: "STEP"))
  var step: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .done(step: step) }
}
