import ArgumentParser
import HavenCore

struct Moved: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl moved", abstract: "A child has moved about.")

  @Argument(help: ArgumentHelp("The child's alias.", valueName: "CHILD"))
  var child: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .moved(child: child) }
}
