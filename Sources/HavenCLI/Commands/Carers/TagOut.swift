import ArgumentParser
import HavenCore

struct TagOut: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl tag out", abstract: "Ask another carer to take over. No reasons needed.")

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Until when: '20m'. Without it, until 'havenctl tag in'.", valueName: "DURATION"))
  var duration: String?

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    .tagOut(seconds: try duration.map { text throws(CommandFailure) in try HavenCLI.duration(text) })
  }
}
