import ArgumentParser
import HavenCore

struct BalanceCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl balance", abstract: "How today leaned, for the carers alone.")

  @Argument(help: ArgumentHelp("Which way.", valueName: "structure|even|nurture"))
  var balance: Balance

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .balance(balance) }
}
