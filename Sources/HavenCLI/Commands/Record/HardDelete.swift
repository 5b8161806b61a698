import ArgumentParser
import HavenCore

struct HardDelete: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl hard delete", abstract: "Erase a hard moment from the record.",
    discussion: "Nothing of it is kept on the disk. 'undo' brings it back for ten minutes, while havend runs.")

  @Argument(help: ArgumentHelp("Its number in 'hard list'; the last one recorded.", valueName: "N|last"))
  var moment = "last"

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .hardDelete(moment: try hardNumber(moment)) }
}
