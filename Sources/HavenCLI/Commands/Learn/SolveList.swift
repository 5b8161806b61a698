import ArgumentParser
import HavenAPI
import HavenCore

struct SolveList: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl solve list", abstract: "What you looked at together, or one of them whole.")

  @Argument(help: ArgumentHelp("Its number, to read it whole.", valueName: "N"))
  var number: Int?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    var view = try Daemon(context, global).worksheets()
    if let number { view.worksheets.removeAll { $0.number != number } }
    guard number == nil || !view.worksheets.isEmpty else {
      throw CommandFailure(.no, "there is no worksheet '\(number ?? 0)'", hint: "havenctl solve list")
    }
    Printer(context, global).show(view) { number == nil ? $0.worksheets(view) : $0.worksheet(view.worksheets) }
    return view.worksheets.isEmpty ? .no : .success
  }
}
