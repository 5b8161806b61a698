import Glibc
import HavenAPI
import HavenCore
import HavenDesktop

/// One peer: drives the pure `VarlinkConnection` with what the socket gives.
@LoopActor
final class SocketConnection {
  private let descriptor: Int32
  private unowned let server: SocketServer
  private var varlink = VarlinkConnection()
  private var source: IOSource?
  /// What it waits for.
  private var wanted: IOSource.Events = .readable
  private(set) var monitor: Monitor?
  /// What is left to answer of the call in hand.
  private var rest: VarlinkCall?
  /// Of another login: it is told once that it stays out, whatever it asks.
  let isStranger: Bool

  /// What hears of every change.
  struct Monitor {
    /// Who looks; nil for the login's own carer.
    var carer: CarerID?
  }

  init(_ descriptor: Int32, server: SocketServer, isStranger: Bool) throws(SystemError) {
    self.descriptor = descriptor
    self.server = server
    self.isStranger = isStranger
    source = try IOSource(descriptor, .readable, priority: .behind) { [unowned self] events in
      let server = server  // outlives a connection that ends here
      server.spending { ready(events) }
    }
    listen()
  }

  /// Waits for what there is to do, but for the time of a rest.
  func listen() { source?.events = server.isResting ? [] : wanted }

  var deadline: UInt64? { varlink.deadline }

  func turnAway(limit: Int) {
    varlink.turnAway(limit: limit)
    goOn()
  }

  func timePassed(now: UInt64) {
    varlink.timePassed(now: now)
    goOn()
  }

  func send(_ reply: VarlinkReply) {
    varlink.reply(reply)
    goOn()
  }

  func close() {
    guard source != nil else { return }
    source?.cancel()
    source = nil
    discardWhatIsLeft()
    Glibc.close(descriptor)
    server.ended(descriptor)
  }

  /// A socket closed with something unread resets the connection, and the peer never reads our last answer.
  private func discardWhatIsLeft() {
    withUnsafeTemporaryAllocation(byteCount: 16 * 1024, alignment: 1) { buffer in
      for _ in 0..<16 where recv(descriptor, buffer.baseAddress, buffer.count, 0) <= 0 { return }
    }
  }

  private func ready(_ events: IOSource.Events) {
    if events.contains(.writable), !varlink.wantsToWrite { answerRest() }
    if events.contains(.readable) || events.contains(.readClosed) { readSome() }
    // Of a peer that has left, what it asked for without wanting an answer is still done.
    let isOver = events.contains(.closed) && !events.contains(.readable) && !varlink.hasCall
    if source != nil, events.contains(.failed) || isOver { return close() }
    goOn()
  }

  /// One more piece of a long answer, now that those before it are written; the next has to wait for another turn of the
  /// loop, so that a cue never waits for a record to be read.
  private func answerRest() {
    guard let call = rest else { return }
    rest = nil
    switch server.answer(call) {
    case .reply(let reply): varlink.reply(reply)
    case .piece(let piece, let following):
      varlink.reply(piece)
      rest = following
    case .monitor, .reload: break  // a long answer's rest is of the same method
    }
  }

  /// At most one buffer a turn: a flood waits for its turn like anybody.
  private func readSome() {
    guard varlink.wantsToRead else { return }
    let (count, failure) = withUnsafeTemporaryAllocation(byteCount: 16 * 1024, alignment: 1) { buffer in
      let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      if count > 0 {
        varlink.received(
          UnsafeRawBufferPointer(rebasing: buffer[..<count]), at: TimerSource.Clock.monotonic.microseconds)
      }
      return (count, errno)
    }
    if count == 0 { varlink.receivedEnd() }
    if count < 0 && failure != EAGAIN && failure != EINTR { close() }
  }

  /// Answers one call, writes what can be written, and waits for what is left. One call a turn: whoever sends a hundred at
  /// once waits for everybody else's first.
  private func goOn() {
    guard source != nil else { return }
    if let call = varlink.nextCall(at: TimerSource.Clock.monotonic.microseconds) { answer(call) }
    writeSome()
    guard source != nil else { return }
    if rest != nil, !varlink.isAnswering { rest = nil }  // the call was given up: it was too much for its reader
    if varlink.isFinished { return close() }
    var events: IOSource.Events = []
    if varlink.wantsToRead { events.insert(.readable) }
    if varlink.wantsToWrite || varlink.hasCall || rest != nil { events.insert(.writable) }
    wanted = events
    listen()
    server.watchDeadlines()
  }

  private func answer(_ call: VarlinkCall) {
    guard !isStranger else {
      varlink.reply(ServiceError.notPermitted("havend answers the login it runs for, and nobody else").reply)
      return varlink.receivedEnd()
    }
    switch server.answer(call) {
    case .reply(let reply): varlink.reply(reply)
    case .monitor(let first, let carer):
      monitor = Monitor(carer: carer)
      varlink.reply(first)
    case .piece(let piece, let following):
      varlink.reply(piece)
      rest = following
    case .reload: server.reload { [weak self] reply in self?.send(reply) }
    }
  }

  private func writeSome() {
    while varlink.wantsToWrite {
      let count = varlink.output.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else {
        if errno != EAGAIN && errno != EINTR { close() }
        return
      }
      varlink.wrote(count)
    }
  }
}
