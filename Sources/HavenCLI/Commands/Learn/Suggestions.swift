import ArgumentParser
import HavenAPI
import HavenConfig
import HavenCore

struct Suggestions: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl suggestions", abstract: "What the record speaks for, and the exact line to change.",
    discussion: """
      At most five, kindest first, each with what was counted. Nothing changes by itself. 'accept N' edits the config in
      place, comments and layout kept, and has it read again; 'undo' brings the lines back; 'dismiss N' keeps one quiet
      for four weeks. The exit code is 1 where there is nothing to suggest.
      """)

  enum Word: String, ExpressibleByArgument, CaseIterable { case accept, dismiss, undo }

  @Argument(help: ArgumentHelp("accept, dismiss or undo; left out, they are shown.", valueName: "WHAT"))
  var word: Word?

  @Argument(help: ArgumentHelp("The number of a suggestion as it is shown now.", valueName: "N"))
  var number: Int?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let daemon = Daemon(context, global)
    let view = try daemon.suggestions()
    switch word {
    case nil:
      let whole = filled(view, try directory(of: daemon))
      Printer(context, global).show(whole) { $0.suggestions(whole) }
      return view.suggestions.isEmpty ? .no : .success
    case .undo:
      guard number == nil else {
        throw CommandFailure(.usage, "undo takes no number", hint: "havenctl suggestions undo")
      }
      return try undo(view, daemon, context)
    case .dismiss:
      return tell(try daemon.perform(.suggestionDismissed(id: try row(view).id)), context)
    case .accept:
      let row = try row(filled(view, try directory(of: daemon)))
      guard row.what != .softDay else {
        return tell(try daemon.perform(.mode(.lowDemand, child: row.child, age: nil, until: nil)), context)
      }
      return try accept(row, daemon, context)
    }
  }

  private func accept(
    _ row: SuggestionsView.Row, _ daemon: Daemon, _ context: Context
  ) throws(CommandFailure) -> CommandStatus {
    guard let changes = row.changes else {
      let places = (row.places ?? []).joined(separator: ", ")
      throw CommandFailure(
        .no, "\(row.number) is for your own hand" + (places.isEmpty ? "" : ": \(printable(places))"),
        hint: "change it in an editor, then 'havenctl check' and 'havenctl reload'")
    }
    let edit = ConfigEdit(directory: try directory(of: daemon))
    try Suggestions.apply(edit, changes)
    do throws(CommandFailure) {
      _ = try daemon.reload()
      var act = try daemon.perform(.suggestionAccepted(id: row.id, changes: changes))
      act.lines = changes.map { "\($0.file):\($0.line) is changed" } + ["'havenctl suggestions undo' brings it back"]
      return tell(act, context)
    } catch {
      // What is not remembered could not be brought back.
      try? edit.apply(changes.map(\.reversed))
      throw error
    }
  }

  private func undo(
    _ view: SuggestionsView, _ daemon: Daemon, _ context: Context
  ) throws(CommandFailure) -> CommandStatus {
    guard let accepted = view.accepted else {
      throw CommandFailure(.no, "no suggestion was accepted that could be taken back")
    }
    try Suggestions.apply(ConfigEdit(directory: try directory(of: daemon)), accepted.changes.map(\.reversed))
    _ = try daemon.reload()
    var act = try daemon.perform(.suggestionUndone(id: accepted.id))
    act.lines = accepted.changes.map { "\($0.file):\($0.line) is as it was" }
    return tell(act, context)
  }

  private static func apply(_ edit: ConfigEdit, _ changes: [ConfigChange]) throws(CommandFailure) {
    do throws(ConfigEdit.Fault) {
      try edit.apply(changes)
    } catch {
      switch error {
      case .changedSince(let file, let line):
        throw CommandFailure(
          .no, "'\(printable(file)):\(line)' is not what it was; nothing was changed", hint: "havenctl suggestions")
      case .unsound(let found):
        throw CommandFailure(
          .no,
          (["nothing was changed; 'havenctl check' would say of it:"] + found.map { "\($0)" })
            .joined(separator: "\n"))
      case .config(let fault): throw CommandFailure(fault)
      }
    }
  }

  private func row(_ view: SuggestionsView) throws(CommandFailure) -> SuggestionsView.Row {
    guard let number else {
      throw CommandFailure(.usage, "which one?", hint: "havenctl suggestions \(word?.rawValue ?? "accept") N")
    }
    guard let row = view.suggestions.first(where: { $0.number == number }) else {
      throw CommandFailure(.no, "there is no suggestion '\(number)'", hint: "havenctl suggestions")
    }
    return row
  }

  /// With the lines that each would change; a config with faults has none.
  private func filled(_ view: SuggestionsView, _ directory: String) -> SuggestionsView {
    guard let household = try? ConfigurationLoader(directory: directory).load().household,
      let steps = try? StepEditor(directory: directory, household: household),
      let goals = try? GoalEditor(directory: directory)
    else { return view }
    var view = view
    for (index, row) in view.suggestions.enumerated() {
      guard let edit = row.edit(steps, goals) else { continue }
      view.suggestions[index].changes = edit.changes.isEmpty ? nil : edit.changes
      view.suggestions[index].places = edit.places.isEmpty ? nil : edit.places
    }
    return view
  }

  private func tell(_ act: ActView, _ context: Context) -> CommandStatus {
    Printer(context, global).show(act) { $0.act(act) }
    return .success
  }
}

extension SuggestionsView.Row {
  /// Nil for what is no matter of the config.
  fileprivate func edit(_ editor: StepEditor, _ goals: GoalEditor) -> ConfigPlaces? {
    if let goal, let from, let to { return goals.moved(goal, from: from, to: to) }
    guard let step, let child else { return nil }
    if let rungs { return editor.withLadder(step, child: child, rungs) }
    if let from = from.flatMap({ Size(rawValue: $0) }), let to = to.flatMap({ Size(rawValue: $0) }) {
      return editor.resized(step, child: child, from: from, to: to)
    }
    return editor.places(of: step)
  }
}
