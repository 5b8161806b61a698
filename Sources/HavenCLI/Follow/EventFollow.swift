import HavenAPI
import HavenCore

/// Prints what happened, then each thing as it happens, through restarts of the daemon, until nobody reads it.
struct EventFollow {
  let context: Context
  let global: GlobalOptions

  func run(since: Stamp?) throws(CommandFailure) -> CommandStatus {
    let printer = Printer(context, global)
    let following = try Following(context, global)
    var stream = EventStream()
    func show(_ events: [EventView]) {
      for event in events { printer.show(event) { $0.event(event) } }
      context.output.flush()
    }
    // The watch begins before the list is asked for, so that nothing falls between the two.
    let first = try following.begin()
    show(stream.record(try Daemon(context, global).events(since: since)))
    var from = since ?? first.state?.at
    while true {
      switch following.next(by: nil) {
      case .readerGone: return .success
      case .lost, .time: break
      case .changes(let changes): show(changes.compactMap(\.event).compactMap { stream.hear($0) })
      case .connected:
        from = stream.lastAt ?? from
        guard let record = try? Daemon(context, global).events(since: from) else {
          following.startOver()
          continue
        }
        show(stream.record(record))
      }
    }
  }
}
