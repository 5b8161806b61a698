import ArgumentParser
import HavenCore

struct PromiseRepaired: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl promise repaired", abstract: "A promise was missed, and mended with the child.")

  @Argument(help: ArgumentHelp("The promise.", valueName: "ID"))
  var promise: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .promiseRepaired(id: promise) }
}
