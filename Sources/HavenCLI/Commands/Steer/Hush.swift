import ArgumentParser
import HavenCore

struct Hush: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl hush", abstract: "Say nothing to you for a while.")

  @Argument(help: ArgumentHelp("30m where it is left out.", valueName: "DURATION"))
  var duration = "30m"

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .hush(seconds: try HavenCLI.duration(duration)) }
}
