import ArgumentParser
import HavenAPI
import HavenCore

struct SolveDone: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl solve done", abstract: "A plan has done its work, or made room for another.")

  @Argument(help: ArgumentHelp("Its number, as the list has it.", valueName: "N"))
  var number: Int

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .solveDone(number: number) }
}
