import HavenAPI
import HavenCore

/// A line whenever the bar says something else, until nobody reads it.
struct BarFollow {
  let context: Context
  let global: GlobalOptions
  let format: BarFormat

  func run() throws(CommandFailure) -> CommandStatus {
    let following = try Following(context, global)
    // A bar is often there before the daemon is.
    var view = (try? following.begin()) == nil ? nil : try? Daemon(context, global).bar()
    var printed: String?
    while true {
      let now = context.now()
      let bar =
        view.map { BarText($0, now: now, isDiscreet: global.discreet) } ?? .down(because: following.refusal)
      let line = global.json ? view.flatMap { try? JSON.text($0) } ?? "{}" : format.line(bar)
      if line != printed {
        context.output.line(line)
        context.output.flush()
        printed = line
      }
      switch following.next(by: bar.changesAt) {
      case .readerGone: return .success
      case .lost: view = nil
      case .connected, .changes: view = try? Daemon(context, global).bar()
      case .time:
        if let asked = view, asked.changesAt.instant <= context.now() { view = try? Daemon(context, global).bar() }
      }
    }
  }
}
