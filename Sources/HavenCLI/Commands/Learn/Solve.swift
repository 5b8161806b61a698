import ArgumentParser
import HavenAPI
import HavenCore

struct Solve: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl solve", abstract: "Look at one problem together, in a calm hour.",
    discussion: """
      The child's concern, yours, a plan that both can do, and a date to look again: in $EDITOR, or on standard input
      under the same headings. Not in the hour after a hard moment, and not on a soft day.
      """)

  @Argument(help: ArgumentHelp("With whom; a prefix that is unique will do.", valueName: "CHILD"))
  var child: String

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let daemon = Daemon(context, global)
    if let notNow = try daemon.worksheets(of: child).notNow { throw CommandFailure(.no, notNow) }
    let text = try FreeText.read(context, about: "a date is '2026-03-21' or 'Sat'") { WorksheetText.empty }
    let written = try WorksheetText(parsing: text)
    let revisit = try written.date.map { word throws(CommandFailure) in
      if let date = CivilDate(word) { return date }
      return try DayWord(parsing: word).date(today: try daemon.zone().date(at: context.now()))
    }
    let sheet = Worksheet(
      child: child, text: written.concern, words: written.worry, note: written.plan, revisit: revisit)
    let act = try daemon.perform(.solve(sheet))
    Printer(context, global).show(act) { $0.act(act) }
    return .success
  }
}
