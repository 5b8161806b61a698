import ArgumentParser
import HavenCore

struct PromiseKept: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl promise kept", abstract: "A promise was kept.")

  @Argument(help: ArgumentHelp("The promise.", valueName: "ID"))
  var promise: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .promiseKept(id: promise) }
}
