import Glibc
import HavenAPI
import HavenCore
import HavenDesktop
import Logging

/// Answers havenctl and any other Varlink client, from the loop: bytes in, calls to the service, bytes out.
///
/// A peer of another login is refused. A slow, silent or flooding peer costs its own connection and no more.
@LoopActor
final class SocketServer {
  private let socket: ListeningSocket
  private let service: DaemonService
  private let logger: Logger
  private var source: IOSource?
  private var timer: TimerSource?
  /// Opens the door again after it was shut for want of descriptors.
  private var pause: TimerSource?
  private var connections: [Int32: SocketConnection] = [:]
  private var allowance = Allowance()
  /// Ends the rest after a flood has spent its allowance.
  private var rest: TimerSource?
  /// Nothing is read, and nobody let in, until the rest is over.
  private(set) var isResting = false

  static let mostConnections = 64
  /// How many of another login are told at one time why they stay out; more are closed without a word.
  static let mostStrangers = 4
  /// How many are let in in one turn of the loop; the others wait for the next.
  static let mostAtOnce = 8

  init(_ socket: ListeningSocket, service: DaemonService, logger: Logger) throws(SystemError) {
    self.socket = socket
    self.service = service
    self.logger = logger
    source = try IOSource(socket.descriptor, .readable, priority: .behind) { [unowned self] _ in
      spending { acceptSome() }
    }
    timer = try TimerSource(.monotonic) { [unowned self] in endTheSlow() }
    pause = try TimerSource(.monotonic) { [unowned self] in source?.events = .readable }
    rest = try TimerSource(.monotonic) { [unowned self] in goOn() }
  }

  func stop() {
    source?.cancel()
    timer?.cancel()
    pause?.cancel()
    rest?.cancel()
    for connection in connections.values { connection.close() }
    connections = [:]
    socket.close()
  }

  /// Tells the `Monitor` clients of a change, those who may see it.
  func send(_ view: MonitorView, where maySee: (CarerID?) -> Bool) {
    guard let reply = try? VarlinkReply(view, continues: true) else { return }  // a view of ours has JSON
    for connection in connections.values {
      if let monitor = connection.monitor, maySee(monitor.carer) { connection.send(reply) }
    }
  }

  var monitorCount: Int { connections.values.count { $0.monitor != nil } }

  private func acceptSome() {
    for _ in 0..<SocketServer.mostAtOnce {
      switch socket.accept() {
      case .peer(let descriptor): letIn(descriptor)
      case .nobody: return
      case .noRoom:
        // The knock stays, and would wake the loop without end.
        source?.events = []
        return pause?.arm(after: .seconds(1)) ?? ()
      }
    }
  }

  private func letIn(_ descriptor: Int32) {
    let isStranger = peerUser(of: descriptor) != getuid()
    if isStranger {
      guard connections.values.count(where: \.isStranger) < SocketServer.mostStrangers else {
        Glibc.close(descriptor)
        return
      }
      logger.warning("refused a connection from another login")
    }
    do throws(SystemError) {
      let connection = try SocketConnection(descriptor, server: self, isStranger: isStranger)
      connections[descriptor] = connection
      if connections.values.count(where: { !$0.isStranger }) > SocketServer.mostConnections {
        connection.turnAway(limit: SocketServer.mostConnections)
      }
    } catch {
      logger.warning("a connection could not be watched, ignoring: \(error)")
      Glibc.close(descriptor)
    }
  }

  /// Does what a peer is the cause of, and rests where the peers have had their allowance.
  func spending(_ body: () -> Void) {
    let begin = TimerSource.Clock.monotonic.microseconds
    body()
    let next = allowance.spend(from: begin, to: TimerSource.Clock.monotonic.microseconds)
    guard let next, !isResting else { return }
    isResting = true
    source?.events = []
    for connection in connections.values { connection.listen() }
    rest?.arm(atMicroseconds: next)
  }

  private func goOn() {
    isResting = false
    source?.events = .readable
    for connection in connections.values { connection.listen() }
  }

  func answer(_ call: VarlinkCall) -> VarlinkDispatch.Answer { VarlinkDispatch.answer(call, service) }

  func reload(then: @escaping @LoopActor (VarlinkReply) -> Void) { service.reload(then: then) }

  func ended(_ descriptor: Int32) { connections[descriptor] = nil }

  /// One timer for all: the earliest end of anybody's patience.
  func watchDeadlines() {
    guard let next = connections.values.compactMap(\.deadline).min() else { return timer?.disarm() ?? () }
    timer?.arm(atMicroseconds: next)
  }

  private func endTheSlow() {
    let now = TimerSource.Clock.monotonic.microseconds
    for connection in connections.values { connection.timePassed(now: now) }
    watchDeadlines()
  }
}
