import ArgumentParser
import HavenAPI

struct NoteList: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl note list", abstract: "The notes that are kept, the latest first; with your own.",
    discussion: "The exit code is 1 where there is none. --discreet says how many, and nothing of them.")

  @Option(help: ArgumentHelp("About whom.", valueName: "C"))
  var child: String?

  @Option(help: ArgumentHelp("How many at most.", valueName: "N"))
  var count = 10

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard (1...NotesView.most).contains(count) else {
      throw CommandFailure(.usage, "'\(count)' is not from 1 to \(NotesView.most)")
    }
    let view = try Daemon(context, global).notes(of: child, count: count)
    Printer(context, global).show(view) { $0.notes(view) }
    return view.notes.isEmpty ? .no : .success
  }
}
