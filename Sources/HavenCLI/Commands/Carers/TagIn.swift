import ArgumentParser
import HavenCore

struct TagIn: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl tag in", abstract: "Say that you are back.")

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .tagIn }
}
