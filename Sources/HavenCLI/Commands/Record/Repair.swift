import ArgumentParser
import HavenCore

struct Repair: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl repair", abstract: "You went back and mended it.")

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .repair }
}
