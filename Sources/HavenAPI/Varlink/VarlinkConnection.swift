/// The server's side of one connection, without a socket or a clock: bytes and times in, calls and bytes out.
///
///     read  ──▶ received(_:at:) ──▶ nextCall() ──▶ the service ──▶ reply(_:) ──▶ output ──▶ write, wrote(_:)
///
/// Calls are handed out one at a time and answered in order, as Varlink asks: while a stream is being answered, what
/// the client sends behind it waits. What a client can make us keep is bounded: half a request, a few whole ones, and the
/// answers that it has not taken. All times are microseconds of one monotonic clock.
public struct VarlinkConnection: Sendable {
  public struct Limits: Sendable {
    /// Bytes of one request.
    public var request = 64 * 1024
    /// Microseconds to finish a request begun.
    public var patience: UInt64 = 10_000_000
    /// Bytes of answers not yet taken by the client, beyond which its next call waits.
    public var backlog = 64 * 1024
    /// Bytes not yet taken, beyond which a stream that goes on without its reader is cut off.
    public var unread = 256 * 1024
    /// Bytes not yet taken, beyond which any client is cut off: more than the longest answer.
    public var output = 4 * 1024 * 1024
    /// Whole requests waiting for their turn, beyond which no other is looked at, and nothing more is read.
    public var waiting = 16

    public init() {}
  }

  private let limits: Limits
  private var framer: Framer
  /// Requests waiting for their turn, each as it is or as what is wrong with it.
  private var waiting: [Request] = []
  private var current: Request?
  private var begunAt: UInt64?
  /// When something was read last.
  private var heardAt: UInt64 = 0
  /// The client will send no more.
  private var isEnded = false
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
    guard !isClosing, !isEnded else { return }
    framer.append(bytes)
    heardAt = now
    cutMessages(at: now)
  }

  /// Cuts out as many requests as may wait; the bytes of the others stay as they are.
  private mutating func cutMessages(at now: UInt64) {
    do {
      while !isClosing {
        guard waiting.count < limits.waiting else { return begunAt = nil }  // nobody is slow whom we keep waiting
        guard let message = try framer.next() else { break }
        begunAt = nil
        take(message)
      }
      begunAt = !isClosing && framer.isInsideMessage ? begunAt ?? now : nil
      if isEnded, !isClosing { takeLast() }
    } catch .tooLong {
      refuse(.requestTooLarge(limit: limits.request))
    } catch {
      refuse(.malformedRequest(reason: "nested too deep"))
    }
  }

  /// The client will send no more; what it asked is still answered, a last request without its terminator too.
  public mutating func receivedEnd() {
    guard !isClosing, !isEnded else { return }
    isEnded = true
    cutMessages(at: heardAt)
  }

  private mutating func takeLast() {
    begunAt = nil
    if let message = framer.finish() { take(message) }
    isClosing = true
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

  /// The next call to answer; nil while one is being answered, while the client has answers enough to read, and where
  /// there is none.
  ///
  /// - Parameter now: for the patience with a request behind it that is half read; nil for when something was read last.
  public mutating func nextCall(at now: UInt64? = nil) -> VarlinkCall? {
    while hasCall {
      let request = waiting.removeFirst()
      cutMessages(at: now ?? heardAt)
      current = request
      switch request.call {
      case .success(let call): return call
      case .failure(let error):
        reply(error.reply)
        drop()  // after a request that cannot be read, nothing behind it can be trusted
      }
    }
    return nil
  }

  /// Whether `nextCall` would answer with one, or with what is wrong with it.
  public var hasCall: Bool { current == nil && !waiting.isEmpty && unwritten.count <= limits.backlog }

  /// Answers the call in hand; it is over with the first reply that does not continue. Nothing is written for a
  /// `oneway` call, nor once the connection is closed.
  public mutating func reply(_ reply: VarlinkReply) {
    guard let request = current else { return }
    let message = reply.message
    guard message.count < limits.output || reply.error != nil else {
      return self.reply(ServiceError.failed("the answer is longer than \(limits.output) bytes").reply)
    }
    if !reply.continues { current = nil }
    if case .success(let call) = request.call, call.oneway { return }
    guard unwritten.count <= limits.unread else { return abandon() }
    unwritten += message
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
  public var wantsToRead: Bool { !isClosing && !isEnded && waiting.count < limits.waiting }
  public var wantsToWrite: Bool { !unwritten.isEmpty }
  /// Nothing is left to say: close the socket.
  public var isFinished: Bool { isClosing && current == nil && waiting.isEmpty && unwritten.isEmpty }

  private mutating func take(_ message: Framer.Message) {
    terminator = message.terminator
    let call = VarlinkConnection.parse(message.text)
    waiting.append(Request(call: call, terminator: message.terminator))
    if case .failure = call { isClosing = true }
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
    (current, unwritten) = (nil, [])
    drop()
  }

  /// Nothing more is heard of it.
  private mutating func drop() {
    (waiting, begunAt, isClosing) = ([], nil, true)
    framer = Framer(longest: limits.request)
  }

  private static func parse(_ text: [UInt8]) -> Result<VarlinkCall, VarlinkError> {
    do {
      return .success(try VarlinkCall(message: text))
    } catch {
      return .failure(.malformedRequest(reason: error.field.isEmpty ? error.text : "'\(error.field)': \(error.text)"))
    }
  }
}
