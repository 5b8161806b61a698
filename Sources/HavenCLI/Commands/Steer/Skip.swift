import ArgumentParser
import HavenCore

struct Skip: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl skip", abstract: "Take a step out of today.")

  @Argument(help: ArgumentHelp("A step of today, or a prefix of its id that is unique.", valueName: "STEP"))
  var step: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .skip(step: step) }
}
