import ArgumentParser
import HavenAPI
import HavenCore

struct JournalCommand: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl journal", abstract: "Write a few lines for yourself. No report reads them.",
    discussion: """
      In $EDITOR, or from standard input. They go into a file of your own; havend never sees them, and need not run.
      The first time in a week the editor begins with two questions, until '--questions off'.
      Nothing is lost if the editor ends badly: the next 'journal' begins with what was written.
      """)

  @Flag(help: "The dates of what you wrote, and nothing of it.")
  var list = false

  @Flag(help: "What you wrote, the oldest first.")
  var read = false

  @Option(help: ArgumentHelp("Two questions a week to begin with, or never.", valueName: "on|off"))
  var questions: Switch?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard !(list && read) else {
      throw CommandFailure(.usage, "'--list' and '--read' are two different questions", hint: "give one of them")
    }
    let family = Family(context, global)
    let carer = try family.carer(global, context)
    guard let state = stateFolder(context) else {
      throw CommandFailure(.usage, "it is not known where your files are: HOME is not set")
    }
    let journal = try Journal(try PrivateDirectory(of: carer, in: state))
    if list || read { return try show(journal, family, context) }
    if let questions {
      try journal.asks(questions == .on)
      let said = questions == .on ? "two questions a week begin it" : "it asks nothing"
      Printer(context, global).show(JournalView(entries: [])) { _ in [said] }
      return .success
    }
    let at = Stamp(context.now(), in: family.zone)
    try write(journal, at: at, context)
    Printer(context, global).show(JournalView(entries: [.init(at: at)])) { _ in ["written down, for you alone"] }
    return .success
  }

  private func write(_ journal: Journal, at: Stamp, _ context: Context) throws(CommandFailure) {
    try journal.openDraft()
    if let input = context.pipedInput {
      let text = Journal.trimmed(try input())
      guard !text.isEmpty else { throw CommandFailure(.no, "nothing was written, nothing is kept") }
      return try journal.append(text, at: at)
    }
    if try journal.begins(withQuestions: at.wall.date) { try journal.writeQuestions() }
    guard try Editor.edit(journal.draftPath, context) else {
      throw CommandFailure(
        .no, "the editor ended badly; what you wrote is kept", hint: "'havenctl journal' goes on with it")
    }
    let text = Journal.trimmed(Journal.withoutQuestions(try journal.draft()))
    guard !text.isEmpty else {
      journal.removeDraft()
      throw CommandFailure(.no, "nothing was written, nothing is kept")
    }
    try journal.append(text, at: at)
    journal.removeDraft()
  }

  private func show(_ journal: Journal, _ family: Family, _ context: Context) throws(CommandFailure) -> CommandStatus {
    let entries = try journal.entries()
    let style = Style(context, global)
    let view = JournalView(entries: entries.map { .init(at: $0.at, text: read ? $0.text : nil) })
    Printer(context, global).show(view) { _ in
      guard !entries.isEmpty else { return ["nothing is written yet"] }
      return entries.flatMap { entry in
        let wall = entry.at.wall
        let date = "\(dateText(wall.date)) \(wall.date.year), \(wall.time)"
        guard read else { return [date] }
        let lines = entry.text.split(separator: "\n", omittingEmptySubsequences: false)
        return [style.strong(date)] + lines.map { family.text(String($0), style) } + [""]
      }
    }
    return entries.isEmpty ? .no : .success
  }
}

/// Entries of a journal; `text` only where it was asked for.
struct JournalView: Codable, Equatable {
  var version = 1
  var kind = "journal"
  var entries: [Entry]

  struct Entry: Codable, Equatable {
    var at: Stamp
    var text: String?
  }
}
