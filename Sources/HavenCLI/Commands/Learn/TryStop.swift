import ArgumentParser
import HavenCore

struct TryStop: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl try stop", abstract: "End what is tried: from tomorrow it is as written again.")

  @Argument(help: ArgumentHelp("The step; a prefix that is unique will do.", valueName: "STEP"))
  var step: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .tryStop(step: step) }
}
