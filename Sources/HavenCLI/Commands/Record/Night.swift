import ArgumentParser
import HavenCore

struct Night: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl night", abstract: "Stamp a broken night: up, and down again.")

  @Argument(help: ArgumentHelp("Which of the two.", valueName: "up|down"))
  var state: UpDown

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .night(up: state == .up) }
}

enum UpDown: String, CaseIterable, ExpressibleByArgument { case up, down }
