import ArgumentParser
import HavenCore

struct Retreat: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl retreat", abstract: "Hold a child's cues while they are in their quiet place.")

  @Argument(help: ArgumentHelp("The child's alias.", valueName: "CHILD"))
  var child: String

  @Argument(help: ArgumentHelp("Whether they are there.", valueName: "on|off"))
  var state: Switch

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .retreat(child: child, on: state == .on) }
}
