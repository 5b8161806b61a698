import ArgumentParser
import HavenAPI
import HavenCore

struct Review: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl review", abstract: "What a file of records says, in figures.",
    discussion: "No daemon is asked. With --json, one object.")

  @Option(
    help: ArgumentHelp("A file of records in JSON, '-' for standard input.", valueName: "FILE"),
    completion: .file(extensions: ["json"]))
  var records: String

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let file = try readRecords(records)
    let view = FiguresView(file.figures)
    Printer(context, global).show(view) { $0.figures(view) }
    return .success
  }
}

/// Figures' records from a file; what is wrong with it is told with its place.
func readRecords(_ path: String) throws(CommandFailure) -> RecordsFile {
  let text = try readText(path)
  do throws(JSONFault) {
    return try RecordsFile(parsing: text.utf8)
  } catch {
    let place = error.field.isEmpty ? "" : "\(error.field): "
    throw CommandFailure(
      .usage, "'\(printable(path))' holds no records: \(printable(place + error.text))",
      hint: #"{"today": "2026-03-15", "week": "2026-03-09", "records": [...]}"#)
  }
}
