import HavenAPI
import HavenCore

/// The live view for a screen reader, a pipe or a plain terminal: a paragraph when something changes, and nothing in
/// between.
struct WatchLines {
  let context: Context
  let global: GlobalOptions

  /// Until the daemon ends the connection.
  func run() throws(CommandFailure) -> CommandStatus {
    let daemon = Daemon(context, global)
    let printer = Printer(context, global)
    try daemon.monitor()
    while true {
      let change = try daemon.nextChange()
      let view = change.state
      if let view {
        printer.show(change) { $0.now(view) }
      } else if let event = change.event {
        printer.show(change) { $0.event(event) }
      }
      context.output.flush()
    }
  }
}
