import Glibc
import HavenAPI
import HavenCore

/// What the live view knows and does between two pictures: it hears the daemon, and does what keys say.
final class WatchLoop {
  private let context: Context
  private let global: GlobalOptions
  private var frame: WatchFrame
  /// The `Monitor`; nil while the daemon is not there.
  private var monitor: UnixSocket?
  private var asked: NowView?
  /// When the last message came: it is not left standing.
  private var saidAt: Instant?

  init(_ context: Context, _ global: GlobalOptions) {
    self.context = context
    self.global = global
    frame = WatchFrame(render: TextRender(style: Style(context, global)))
  }

  /// Until a key, a signal or the terminal's end; the status is the command's.
  func run(on screen: LiveScreen) throws(CommandFailure) -> CommandStatus {
    try connect()
    _ = screen.show(listeningTo: monitor?.pollDescriptor ?? -1, heard: hear, typed: press) { columns, rows in
      picture(columns, rows)
    }
    return .success
  }

  private func connect() throws(CommandFailure) {
    let socket = try UnixSocket(connectingTo: try socketPath(context, global))
    try socket.send(try Daemon.monitorCall(global).message)
    let first = try Daemon.monitored(try socket.receive(within: Daemon.patience))
    monitor = socket
    asked = first.state
    frame.day = try? Daemon(context, global).day(nil)
    frame.message = nil
  }

  /// Something changed: the daemon says how things stand now.
  private func hear() -> Bool {
    do {
      let messages = try monitor?.receiveAvailable() ?? []
      if !messages.isEmpty { refresh() }
    } catch {
      monitor = nil
    }
    return true
  }

  private func refresh() {
    do {
      let daemon = Daemon(context, global)
      asked = try daemon.now()
      frame.day = try daemon.day(nil)
    } catch {
      say(error.text)
    }
  }

  private func say(_ message: String) {
    frame.message = message
    saidAt = context.now()
  }

  private func picture(_ columns: Int, _ rows: Int) -> LiveScreen.Frame {
    if monitor == nil {
      do {
        try connect()
      } catch {
        frame.message = "havend is not there; waiting for it"
      }
    }
    let now = context.now()
    if let asked, let change = asked.nextChange, change <= now, monitor != nil { refresh() }
    if monitor != nil, let saidAt, now - saidAt >= 60 { frame.message = nil }
    frame.view = asked?.advanced(to: now)
    frame.render.style.width = columns
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let pause = WatchFrame.pause(
      monitor == nil ? nil : asked, now: Instant(seconds: time.tv_sec), milliseconds: time.tv_nsec / 1_000_000)
    return LiveScreen.Frame(lines: frame.lines(rows: rows), milliseconds: pause)
  }

  /// False where a key leaves.
  private func press(_ bytes: [UInt8]) -> Bool {
    for key in WatchKey.keys(in: bytes) {
      switch key {
      case .leave: return false
      case .up: frame.choose(by: -1)
      case .down: frame.choose(by: 1)
      case .help: frame.isExplaining.toggle()
      case .done, .later, .again, .skip, .undo: act(key)
      }
    }
    return true
  }

  private func act(_ key: WatchKey) {
    do throws(CommandFailure) {
      let daemon = Daemon(context, global)
      let act: ActView
      switch (key, frame.chosen, frame.view?.latestCue?.id) {
      case (.undo, _, _): act = try daemon.undo()
      case (.done, let step?, _): act = try daemon.perform(.done(step: step))
      case (.later, let step?, _): act = try daemon.perform(.delay(step: step, minutes: WatchFrame.later))
      case (.skip, let step?, _): act = try daemon.perform(.skip(step: step))
      case (.again, _, let cue?): act = try daemon.perform(.snooze(cue: "\(cue)", seconds: WatchFrame.later * 60))
      case (.again, _, nil): return say("no warning of a change to come has been shown yet")
      default: return
      }
      say(frame.render.act(act).joined(separator: " · "))
    } catch {
      say(error.text)
    }
    refresh()
  }
}
