import Glibc
import HavenAPI
import HavenCore

/// A `Monitor` that outlives the daemon's restarts: it waits for the daemon, for an instant and for its own reader to go,
/// all at once, and wakes for nothing else.
final class Following {
  enum Happening {
    /// The daemon is there, for the first time or again: how things stand.
    case connected(MonitorView)
    case changes([MonitorView])
    /// The daemon went; or it is there and cannot answer: see `refusal`.
    case lost
    /// The instant came.
    case time
    /// Nobody reads what we print.
    case readerGone
  }

  private let path: String
  private let global: GlobalOptions
  private let watchesReader: Bool
  private let clock: WakeClock
  private var monitor: UnixSocket?
  private var watch: SocketWatch?
  /// Why a daemon that is there does not answer: it has no config yet.
  private(set) var refusal: CommandFailure?
  /// What came with the first message.
  private var early: [MonitorView] = []
  private var pause = Following.shortest

  /// Milliseconds between two looks for a daemon that is not there. A new socket is heard of; the looks are for where it
  /// cannot be, and become rare, because each may start a service that cannot start.
  private static let shortest = 1000, longest = 300_000
  /// The same where it is there and waits for its config, of which nobody is told.
  private static let unready = 2000

  /// - Parameter watchesReader: whether it is over when nobody reads what we print.
  init(_ context: Context, _ global: GlobalOptions, watchesReader: Bool = true) throws(CommandFailure) {
    self.watchesReader = watchesReader
    path = try socketPath(context, global)
    self.global = global
    guard let clock = WakeClock() else { throw CommandFailure(.internalFault, "no timer can be had") }
    self.clock = clock
  }

  var isConnected: Bool { monitor != nil }

  /// Connects for the first time.
  func begin() throws(CommandFailure) -> MonitorView {
    do throws(CommandFailure) {
      return try connect()
    } catch {
      note(error)
      throw error
    }
  }

  /// What happens next.
  ///
  /// - Parameter instant: when it is `.time`; nil for never.
  func next(by instant: Instant?) -> Happening {
    if !early.isEmpty {
      defer { early = [] }
      return .changes(early)
    }
    clock.set(instant)
    while true {
      var watched = [
        pollfd(fd: monitor?.pollDescriptor ?? -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: clock.descriptor, events: Int16(POLLIN), revents: 0),
        // Asked for nothing, it still tells of its end.
        pollfd(fd: watchesReader ? STDOUT_FILENO : -1, events: 0, revents: 0),
        pollfd(fd: watch?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&watched, nfds_t(watched.count), monitor == nil ? Int32(pause) : -1)
      if watched[2].revents != 0 { return .readerGone }
      if watched[0].revents != 0, let happening = hear() { return happening }
      if watched[1].revents != 0 {
        clock.heard()
        return .time
      }
      guard monitor == nil, count == 0 || watched[3].revents != 0 else { continue }
      watch?.heard()
      do throws(CommandFailure) {
        return .connected(try connect())
      } catch {
        let former = refusal
        if count == 0 { pause = min(pause * 2, Following.longest) }
        note(error)
        if refusal != former { return .lost }
      }
    }
  }

  /// It could not be reached, or could not answer.
  private func note(_ failure: CommandFailure) {
    refusal = failure.status == .configInvalid ? failure : nil
    if refusal != nil { pause = Following.unready }
    // The folder may have been made since.
    watch = SocketWatch(path)
  }

  /// Begins anew: what was to be asked could not be, and would be missing.
  func startOver() {
    monitor = nil
    early = []
    watch = SocketWatch(path)
  }

  private func hear() -> Happening? {
    do {
      let changes = try monitor?.receiveAvailable().map { message in try Daemon.monitored(message) } ?? []
      return changes.isEmpty ? nil : .changes(changes)
    } catch {
      startOver()
      return .lost
    }
  }

  private func connect() throws(CommandFailure) -> MonitorView {
    let socket = try UnixSocket(connectingTo: path)
    try socket.send(try Daemon.monitorCall(global).message)
    let first = try Daemon.monitored(try socket.receive(within: Daemon.patience))
    early = try socket.receivedAlready().map { message throws(CommandFailure) in try Daemon.monitored(message) }
    (monitor, watch, refusal) = (socket, nil, nil)
    pause = Following.shortest
    return first
  }
}
