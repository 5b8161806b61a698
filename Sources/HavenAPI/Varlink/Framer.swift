/// Cuts a stream of bytes into messages.
///
/// A message ends in a NUL, as Varlink has it, or in a newline, for the shell. A newline inside an object is white
/// space, so a client may pretty-print between NULs:
///
///     {"method":"a.B"}␀            one message, answered with NULs
///     {"method":"a.B"}⏎            one message, answered with newlines
///     {⏎ "method": "a.B"⏎}⏎␀       one message, answered with NULs
public struct Framer: Sendable {
  public enum Terminator: UInt8, Sendable {
    case nul = 0
    case newline = 0x0A
  }

  public struct Message: Sendable, Equatable {
    public var text: [UInt8]
    public var terminator: Terminator
  }

  public enum Fault: Error, Sendable, Equatable { case tooLong, tooDeep }

  /// Bytes of one message, its terminator not counted.
  let longest: Int

  private var buffer: [UInt8] = []
  /// Where the message begins that is being read. Before it is what has been taken out already.
  private var start = 0
  /// Up to where the message has been looked at.
  private var scanned = 0
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  public init(longest: Int) { self.longest = longest }

  public mutating func append(_ bytes: some Sequence<UInt8>) { buffer += bytes }

  /// Once `next()` has answered nil: a message has begun that has not ended.
  public var isInsideMessage: Bool { start < buffer.count }

  /// The next whole message; nil where more bytes are needed.
  public mutating func next() throws(Fault) -> Message? {
    while scanned < buffer.count {
      let byte = buffer[scanned]
      scanned += 1
      if scanned == start + 1 && (Framer.isSpace(byte) || byte == 0) {
        start = scanned  // between messages
      } else if byte == 0 || (byte == 0x0A && depth <= 0 && !isInString) {
        // A NUL is never inside JSON, so it ends whatever came before it.
        return try cut(at: scanned - 1, byte == 0 ? .nul : .newline)
      } else {
        try read(byte)
      }
    }
    buffer.removeFirst(start)
    (start, scanned) = (0, scanned - start)
    if scanned > longest { throw .tooLong }
    return nil
  }

  /// What is left when no more bytes will come, taken as a message whose terminator was forgotten.
  public mutating func finish() -> Message? {
    guard start < buffer.count else { return nil }
    defer { buffer = [] }
    return Message(text: Array(buffer[start...]), terminator: .newline)
  }

  private mutating func cut(at terminatorIndex: Int, _ found: Terminator) throws(Fault) -> Message {
    guard terminatorIndex - start <= longest else { throw .tooLong }
    var terminator = found
    var end = terminatorIndex
    while Framer.isSpace(buffer[end - 1]) { end -= 1 }  // stops: the first byte of a message is no space
    let text = Array(buffer[start..<end])
    // Pretty printers put a newline behind the object; what follows it says what it was.
    if terminator == .newline {
      let after = buffer[scanned...].drop(while: Framer.isSpace)
      if after.first == 0 {
        terminator = .nul
        scanned = after.startIndex + 1
      }
    }
    (start, depth, isInString, isEscaped) = (scanned, 0, false, false)
    return Message(text: text, terminator: terminator)
  }

  private mutating func read(_ byte: UInt8) throws(Fault) {
    switch byte {
    case _ where isEscaped: isEscaped = false
    case UInt8(ascii: "\\") where isInString: isEscaped = true
    case UInt8(ascii: "\"") where depth > 0: isInString.toggle()  // outside an object it is no request
    case _ where isInString: break
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      if depth > JSONParser.deepest { throw .tooDeep }
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    default: break
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
