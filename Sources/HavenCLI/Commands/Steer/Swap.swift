import ArgumentParser
import HavenCore

struct Swap: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl swap", abstract: "Let two steps of today change places.")

  @Argument(help: ArgumentHelp("A step of today.", valueName: "STEP"))
  var first: String

  @Argument(help: ArgumentHelp("Another.", valueName: "OTHER-STEP"))
  var second: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .swap(first: first, second: second) }
}
