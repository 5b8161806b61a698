import ArgumentParser
import HavenCore

struct Fed: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl fed", abstract: "A child has eaten.")

  @Argument(help: ArgumentHelp("The child's alias.", valueName: "CHILD"))
  var child: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .fed(child: child) }
}
