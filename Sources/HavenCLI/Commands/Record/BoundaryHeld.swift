import ArgumentParser
import HavenCore

struct BoundaryHeld: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl boundary held", abstract: "A boundary was held, kindly.")

  @Argument(help: ArgumentHelp("Its name in the config.", valueName: "NAME"))
  var name: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .boundaryHeld(name: name) }
}
