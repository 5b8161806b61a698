import ArgumentParser
import HavenAPI
import HavenCore

struct Review: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl review", abstract: "How the week went, what went well first.",
    discussion:
      "Soft days are told apart. What is too little to say is not said. With --records the figures are those of a file, "
      + "and no daemon is asked.")

  @Option(
    help: ArgumentHelp(
      "A date of the week, '2026-03-10', 'last' or 'Sat'; this week where it is left out.", valueName: "WEEK"))
  var week: String?

  @Option(
    help: ArgumentHelp("A file of records in JSON, '-' for standard input.", valueName: "FILE"),
    completion: .file(extensions: ["json"]))
  var records: String?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    if let records {
      guard week == nil else { throw CommandFailure(.usage, "a file of records names its own week") }
      let view = FiguresView(try readRecords(records).figures)
      Printer(context, global).show(view) { $0.figures(view) }
      return .success
    }
    let daemon = Daemon(context, global)
    let date = try week.map { text throws(CommandFailure) in try daemon.date(ofWeek: text, now: context.now()) }
    let view = try daemon.review(week: date)
    Printer(context, global).show(view) { $0.review(view) }
    return .success
  }
}
