import HavenAPI
import HavenCore

/// Waits for a condition, through restarts of the daemon, and no longer than it was told.
struct WaitLoop {
  let context: Context
  let global: GlobalOptions
  let condition: WaitCondition
  /// Seconds; nil for as long as it takes.
  let timeout: Int?

  /// - Returns: what came; nil where it did not come in time.
  func run() throws(CommandFailure) -> (WaitView, NowView)? {
    let following = try Following(context, global, watchesReader: false)
    let first = try following.begin()
    guard let state = first.state else { throw CommandFailure(.internalFault, "havend did not say how things stand") }
    var waiting = Waiting(
      condition, from: state,
      former: condition == .nextCue ? try Daemon(context, global).events(since: state.at).events : [])
    if condition == .quietEnd, let over = waiting.see(state) { return (over, state) }
    let deadline = timeout.map { context.now() + $0 }
    while true {
      let wakes = [deadline, waiting.wakesAt].compactMap { $0 }.min()
      switch following.next(by: wakes) {
      case .readerGone, .lost: break
      case .changes(let changes):
        for event in changes.compactMap(\.event) {
          if let over = waiting.hear(event) { return (over, waiting.view) }
        }
        if let over = refresh(&waiting) { return (over, waiting.view) }
      case .connected(let view):
        guard let missed = missed(since: state.at) else {
          following.startOver()
          break
        }
        for event in missed {
          if let over = waiting.hear(event, isLate: true) { return (over, waiting.view) }
        }
        if let state = view.state, let over = waiting.see(state) { return (over, waiting.view) }
      case .time:
        if let over = waiting.look(at: context.now()) ?? refresh(&waiting) { return (over, waiting.view) }
      }
      guard let deadline, deadline <= context.now() else { continue }
      if following.isConnected { return nil }
      throw CommandFailure(
        .unavailable, "havend is not running, so nobody can tell whether it came", hint: "systemctl --user start havend"
      )
    }
  }

  private func refresh(_ waiting: inout Waiting) -> WaitView? {
    guard let view = try? Daemon(context, global).now() else { return nil }
    return waiting.see(view)
  }

  /// What the record has of the time in which there was nobody to tell; nil where it could not be asked.
  private func missed(since: Stamp) -> [EventView]? {
    condition == .nextCue ? try? Daemon(context, global).events(since: since).events : []
  }
}
