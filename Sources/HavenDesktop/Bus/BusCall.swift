import CSystemd

/// Which method of which object to call.
public struct BusMethod: Sendable {
  public let destination: String
  public let path: String
  public let interface: String
  public let member: String
  /// Whether the bus may start the service that has this name, if none runs.
  public let startsService: Bool

  public init(_ destination: String, _ path: String, _ interface: String, _ member: String, startsService: Bool = true)
  {
    self.destination = destination
    self.path = path
    self.interface = interface
    self.member = member
    self.startsService = startsService
  }

  /// A method of the bus itself.
  static func ofBus(_ member: String) -> BusMethod {
    BusMethod("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", member)
  }
}

/// A method call on its way. Its completion runs exactly once: on the reply, the timeout, `cancel`, or when the
/// connection breaks. The connection keeps it until then; nobody else has to.
@LoopActor
public final class BusCall {
  private var completion: (@LoopActor (Result<BusMessage, BusError>) -> Void)?
  private var slot: OpaquePointer?
  private weak var connection: BusConnection?
  private var deadline: UInt64 = .max

  init(completion: @escaping @LoopActor (Result<BusMessage, BusError>) -> Void) { self.completion = completion }

  /// Stops waiting. The peer may still carry the call out.
  public func cancel() { finish(.failure(.cancelled)) }

  func start(slot: OpaquePointer?, connection: BusConnection, timeout: Duration) {
    self.slot = slot
    self.connection = connection
    deadline = TimerSource.Clock.monotonic.microseconds &+ timeout.wholeMicroseconds
  }

  func answered(_ reply: BusMessage) {
    guard let error = reply.error else { return finish(.success(reply)) }
    // sd-bus makes up the same error for a timeout and for a broken connection as the bus sends when the peer goes
    // without an answer. Only the first comes with the deadline past.
    guard case .remote(BusError.Name.noReply, _) = error else { return finish(.failure(error)) }
    let isLate = TimerSource.Clock.monotonic.microseconds >= deadline
    finish(.failure(isLate ? .timedOut : connection?.isOpen == true ? error : .disconnected))
  }

  func finish(_ result: Result<BusMessage, BusError>) {
    guard let completion else { return }
    self.completion = nil
    if let slot { sd_bus_slot_unref(slot) }
    slot = nil
    connection?.forget(self)
    completion(result)
  }
}

extension BusConnection {
  /// False from the moment the connection begins to close, before it says so.
  var isOpen: Bool { raw.map { sd_bus_is_open($0) > 0 } ?? false }
}

extension Bus {
  /// Calls a method and gives its reply to `completion`, on the loop, in the order of what the bus sends: what arrived
  /// before the reply has been handled, what arrived after it has not.
  /// - Throws: only for what never left: no connection, or arguments that cannot be sent.
  @discardableResult
  public func send(
    _ method: BusMethod, timeout: Duration = .seconds(5),
    arguments: (BusWriter) throws(BusError) -> Void = { _ throws(BusError) in },
    completion: @escaping @LoopActor (Result<BusMessage, BusError>) -> Void
  ) throws(BusError) -> BusCall {
    guard let connection else { throw .disconnected }
    let call = BusCall(completion: completion)
    try connection.begin(call, of: method, timeout: timeout, arguments)
    return call
  }

  /// Calls a method and waits for the reply, at most `timeout`, without holding the loop.
  ///
  /// Cancelling the task ends the wait at once. Signals that come right behind the reply may be handled before the
  /// caller goes on; where that matters, use `send`.
  public func call(
    _ method: BusMethod, timeout: Duration = .seconds(5),
    arguments: (BusWriter) throws(BusError) -> Void = { _ throws(BusError) in }
  ) async throws(BusError) -> BusMessage {
    guard let connection else { throw .disconnected }
    guard !Task.isCancelled else { throw .cancelled }
    var continuation: CheckedContinuation<Result<BusMessage, BusError>, Never>?
    var early: Result<BusMessage, BusError>?
    let call = BusCall { result in
      if let continuation { continuation.resume(returning: result) } else { early = result }
    }
    try connection.begin(call, of: method, timeout: timeout, arguments)
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation {
        if let early { $0.resume(returning: early) } else { continuation = $0 }
      }
    } onCancel: {
      EventLoop.main.perform { call.cancel() }
    }
    return try result.get()
  }
}
