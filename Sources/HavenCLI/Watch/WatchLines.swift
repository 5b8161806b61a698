import HavenAPI

/// The live view for a screen reader, a pipe or a plain terminal: a paragraph when something changes, and nothing in
/// between.
struct WatchLines {
  let context: Context
  let global: GlobalOptions

  /// Through restarts of the daemon, until nobody reads it.
  func run() throws(CommandFailure) -> CommandStatus {
    let following = try Following(context, global)
    show(try following.begin())
    while true {
      switch following.next(by: nil) {
      case .readerGone: return .success
      case .time: break
      case .lost: say(following.refusal?.text ?? "havend is not there; waiting for it")
      case .connected(let view): show(view)
      case .changes(let changes): changes.forEach(show)
      }
    }
  }

  private func show(_ change: MonitorView) {
    let printer = Printer(context, global)
    if let view = change.state {
      printer.show(change) { $0.now(view) }
    } else if let event = change.event {
      printer.show(change) { $0.event(event) }
    }
    context.output.flush()
  }

  /// For people; a program sees that nothing comes.
  private func say(_ text: String) {
    guard !global.json else { return }
    context.output.line(printable(text))
    context.output.flush()
  }
}
