import ArgumentParser
import HavenAPI
import HavenCore

struct AskDone: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl ask done", abstract: "A question has its answer.")

  @Argument(help: ArgumentHelp("Its number, as the list has it.", valueName: "N"))
  var number: Int

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .askDone(number: number) }
}
