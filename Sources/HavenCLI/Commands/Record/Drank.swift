import ArgumentParser
import HavenCore

struct Drank: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl drank", abstract: "A child has drunk.")

  @Argument(help: ArgumentHelp("The child's alias.", valueName: "CHILD"))
  var child: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .drank(child: child) }
}
