import ArgumentParser
import HavenCore

struct Nurture: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl nurture", abstract: "A small dose of nurture was offered. Refused still counts.")

  @Argument(help: ArgumentHelp("The child's alias.", valueName: "CHILD"))
  var child: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .nurture(child: child) }
}
