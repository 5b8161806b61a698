import ArgumentParser
import HavenCore

struct Snooze: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl snooze", abstract: "Hear a cue again later, with the time that is truly left.")

  @Argument(help: ArgumentHelp("The cue's id, or a prefix that is unique.", valueName: "CUE"))
  var cue: String

  @Argument(help: ArgumentHelp("'5m', '90s'.", valueName: "DURATION"))
  var duration: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    .snooze(cue: cue, seconds: try HavenCLI.duration(duration))
  }
}
