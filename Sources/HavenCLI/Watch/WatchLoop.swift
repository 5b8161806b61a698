import Glibc
import HavenAPI
import HavenCore

/// Waits for the daemon, the keyboard, signals and the clock, and draws what changed.
final class WatchLoop {
  private let context: Context
  private let global: GlobalOptions
  private let terminal: Terminal
  private let signals: SignalPipe
  private var frame: WatchFrame
  /// The `Monitor`; nil while the daemon is not there.
  private var monitor: UnixSocket?
  private var asked: NowView?

  init(_ context: Context, _ global: GlobalOptions, terminal: Terminal, signals: SignalPipe) {
    self.context = context
    self.global = global
    self.terminal = terminal
    self.signals = signals
    frame = WatchFrame(render: TextRender(style: Style(context, global)))
  }

  /// Until a key, a signal or the terminal's end; the status is the command's.
  func run() throws(CommandFailure) -> CommandStatus {
    try connect()
    terminal.take()
    defer { terminal.giveBack() }
    while true {
      draw()
      switch wait() {
      case .keys:
        guard let keys = terminal.keys() else { return .success }
        for key in keys.compactMap(WatchFrame.Key.init) where !press(key) { return .success }
      case .signals:
        for signal in signals.take() {
          if signal == SIGTSTP { terminal.pause() }
          if [SIGINT, SIGTERM, SIGHUP].contains(signal) {
            terminal.giveBack()
            // The shell is told by which signal it ended, as of any other program.
            Glibc.signal(signal, SIG_DFL)
            raise(signal)
          }
        }
      case .daemon: hear()
      case .time: if monitor == nil { reconnect() }
      }
    }
  }

  private func connect() throws(CommandFailure) {
    let socket = try UnixSocket(connectingTo: try socketPath(context, global))
    try socket.send(try Daemon.monitorCall(global).message)
    let first = try Daemon.monitored(try socket.receive(within: Daemon.patience))
    monitor = socket
    asked = first.state
    frame.message = nil
  }

  private func reconnect() {
    do {
      try connect()
    } catch {
      frame.message = "havend is not there; waiting for it"
    }
  }

  /// Something changed: the daemon says how things stand now.
  private func hear() {
    do {
      let messages = try monitor?.receiveAvailable() ?? []
      if !messages.isEmpty { refresh() }
    } catch {
      monitor = nil
      frame.message = "havend is not there; waiting for it"
    }
  }

  private func refresh() {
    do {
      asked = try Daemon(context, global).now()
    } catch {
      frame.message = error.text
    }
  }

  private func draw() {
    let now = context.now()
    if let asked, let change = asked.nextChange, change <= now, monitor != nil { refresh() }
    frame.view = asked?.advanced(to: now)
    let (columns, rows) = terminal.size
    frame.render.style.width = columns
    terminal.draw(frame.lines(rows: rows))
  }

  /// False where the key leaves.
  private func press(_ key: WatchFrame.Key) -> Bool {
    guard key != .leave else { return false }
    do throws(CommandFailure) {
      let daemon = Daemon(context, global)
      let act: ActView
      switch (key, frame.view?.nextStep?.step) {
      case (.undo, _): act = try daemon.undo()
      case (.done, let step?): act = try daemon.perform(.done(step: step))
      case (.later, let step?): act = try daemon.perform(.delay(step: step, minutes: WatchFrame.later))
      case (.skip, let step?): act = try daemon.perform(.skip(step: step))
      default: return true
      }
      frame.message = frame.render.act(act).joined(separator: " · ")
    } catch {
      frame.message = error.text
    }
    refresh()
    return true
  }

  private enum Wake { case keys, signals, daemon, time }

  /// Signals first, then keys: what a person does is never behind what the daemon tells.
  private func wait() -> Wake {
    var watched = [
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: monitor?.pollDescriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let pause = WatchFrame.pause(
      monitor == nil ? nil : asked, now: Instant(seconds: time.tv_sec), milliseconds: time.tv_nsec / 1_000_000)
    _ = poll(&watched, nfds_t(watched.count), Int32(pause))
    if watched[0].revents != 0 { return .signals }
    if watched[1].revents != 0 { return .keys }
    if watched[2].revents != 0 { return .daemon }
    return .time
  }
}
