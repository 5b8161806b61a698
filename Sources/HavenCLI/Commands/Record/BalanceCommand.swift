import ArgumentParser
import HavenCore

struct BalanceCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl balance", abstract: "How today leaned; without a word, how the week leans so far.",
    discussion: """
      It is the carers' together: of no child, and of no one carer. Under three answers it is too few to say. Leaning
      structure, it offers three small doses of nurture; leaning nurture, one boundary to hold kindly. The exit code is 1
      where the week has no answer yet.
      """)

  @Argument(help: ArgumentHelp("Which way.", valueName: "structure|even|nurture"))
  var balance: Balance?

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    guard let balance else {
      throw CommandFailure(.usage, "which way is missing", hint: "havenctl balance even")
    }
    return .balance(balance)
  }

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard balance == nil else { return try perform(context) }
    let view = try Daemon(context, global).balance()
    Printer(context, global).show(view) { $0.balance(view) }
    return view.answered == 0 ? .no : .success
  }
}
