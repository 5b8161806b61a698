import ArgumentParser
import HavenCore

struct Noticed: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl noticed", abstract: "You saw something small and true, and said so.")

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .noticed }
}
