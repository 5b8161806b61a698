import ArgumentParser
import HavenCore

struct Capacity: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl capacity", abstract: "How much you have left, 1 to 5. For you alone.")

  @Argument(help: ArgumentHelp("1 is nothing left, 5 is plenty.", valueName: "1-5"))
  var level: Int

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    guard (1...5).contains(level) else { throw CommandFailure(.usage, "'\(level)' is not from 1 to 5") }
    return .capacity(level)
  }
}
