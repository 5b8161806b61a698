/// The server's side of one connection, without a socket or a clock: bytes and times in, calls and bytes out.
///
///     read  ──▶ received(_:at:) ──▶ nextCall() ──▶ the service ──▶ reply(_:) ──▶ output ──▶ write, wrote(_:)
///
/// Calls are handed out one at a time and answered in order, as Varlink asks: while a stream is being answered, what
/// the client sends behind it waits. All times are microseconds of one monotonic clock.
public struct VarlinkConnection: Sendable {
  public struct Limits: Sendable {
    /// Bytes of one request.
    public var request = 64 * 1024
    /// Microseconds to finish a request begun.
    public var patience: UInt64 = 10_000_000
    /// Bytes of answers not yet taken by the client, beyond which it is cut off.
    public var output = 4 * 1024 * 1024
    /// Whole requests waiting for their turn, beyond which nothing more is read.
    public var waiting = 16

    public init() {}
  }

  private let limits: Limits
  private var framer: Framer
  /// Requests waiting for their turn, each as it is or as what is wrong with it.
  private var waiting: [Request] = []
  private var current: Request?
  private var begunAt: UInt64?
  /// How the latest request ended, for what has to be said without one.
  private var terminator = Framer.Terminator.nul
  private var isClosing = false
  private var unwritten: [UInt8] = []

  private struct Request: Sendable {
    var call: Result<VarlinkCall, VarlinkError>
    var terminator: Framer.Terminator
  }

  public init(limits: Limits = Limits()) {
    self.limits = limits
    framer = Framer(longest: limits.request)
  }

  /// What was read from the client, at most some 64 KiB at a time.
  public mutating func received(_ bytes: some Sequence<UInt8>, at now: UInt64) {
    guard !isClosing else { return }
    framer.append(bytes)
    do {
      while let message = try framer.next() {
        begunAt = nil
        take(message)
      }
      begunAt = framer.isInsideMessage ? begunAt ?? now : nil
    } catch .tooLong {
      refuse(.requestTooLarge(limit: limits.request))
    } catch {
      refuse(.malformedRequest(reason: "nested too deep"))
    }
  }

  /// The client will send no more; what it asked is still answered, a last request without its terminator too.
  public mutating func receivedEnd() {
    guard !isClosing else { return }
    begunAt = nil
    isClosing = true
    if let message = framer.finish() { take(message) }
  }

  /// Looks whether a request begun has taken too long.
  public mutating func timePassed(now: UInt64) {
    guard let deadline, now >= deadline else { return }
    refuse(.requestTooSlow(seconds: Int(limits.patience / 1_000_000)))
  }

  /// When `timePassed` should be called; nil while no request is half read.
  public var deadline: UInt64? { isClosing ? nil : begunAt.map { $0 + limits.patience } }

  /// The connection that there is no room for: it is told so, and closed.
  public mutating func turnAway(limit: Int) { refuse(.tooManyConnections(limit: limit)) }

  /// The peer that may not come in, such as another login: it is told why, and the connection is closed.
  public mutating func turnAway(_ error: VarlinkError) { refuse(error) }

  /// The next call to answer; nil while one is being answered, and where there is none.
  public mutating func nextCall() -> VarlinkCall? {
    while current == nil, !waiting.isEmpty {
      let request = waiting.removeFirst()
      current = request
      switch request.call {
      case .success(let call): return call
      case .failure(let error):
        reply(error.reply)
        waiting = []  // after a request that cannot be read, nothing behind it can be trusted
        isClosing = true
      }
    }
    return nil
  }

  /// Answers the call in hand; it is over with the first reply that does not continue. Nothing is written for a
  /// `oneway` call, nor once the connection is closed.
  public mutating func reply(_ reply: VarlinkReply) {
    guard let request = current else { return }
    if !reply.continues { current = nil }
    if case .success(let call) = request.call, call.oneway { return }
    unwritten += reply.message
    unwritten.append(request.terminator.rawValue)
    if unwritten.count > limits.output { abandon() }
  }

  /// A call is being answered; of a stream, true until it ends.
  public var isAnswering: Bool { current != nil }

  /// Bytes for the client.
  public var output: [UInt8] { unwritten }

  /// So many bytes of `output` were written.
  public mutating func wrote(_ count: Int) { unwritten.removeFirst(count) }

  /// False while enough requests wait, and at the end.
  public var wantsToRead: Bool { !isClosing && waiting.count < limits.waiting }
  public var wantsToWrite: Bool { !unwritten.isEmpty }
  /// Nothing is left to say: close the socket.
  public var isFinished: Bool { isClosing && current == nil && waiting.isEmpty && unwritten.isEmpty }

  private mutating func take(_ message: Framer.Message) {
    terminator = message.terminator
    waiting.append(Request(call: VarlinkConnection.parse(message.text), terminator: message.terminator))
  }

  /// Answers what came whole before, then the fault, then closes. A stream ends here: nothing else would end it.
  private mutating func refuse(_ error: VarlinkError) {
    guard !isClosing else { return }
    (begunAt, current) = (nil, nil)
    isClosing = true
    waiting.append(Request(call: .failure(error), terminator: terminator))
  }

  /// The client does not read: there is nobody to tell.
  private mutating func abandon() {
    (waiting, current, unwritten) = ([], nil, [])
    isClosing = true
  }

  private static func parse(_ text: [UInt8]) -> Result<VarlinkCall, VarlinkError> {
    do {
      return .success(try VarlinkCall(message: text))
    } catch {
      return .failure(.malformedRequest(reason: error.field.isEmpty ? error.text : "'\(error.field)': \(error.text)"))
    }
  }
}
