/// The content lines of an iCalendar file (RFC 5545 §3.1), unfolded, each with the number of its first line.
///
/// Lines may end in CRLF or LF; a line that begins with a space or a tab goes on the one before it.
struct ContentLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark is common, and means nothing.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func next() -> (line: Int, text: [UInt8])? {
    guard position < bytes.count else { return nil }
    let first = line
    var text: [UInt8] = []
    repeat {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      var piece = bytes[position..<end]
      if piece.last == 0x0D { piece.removeLast() }
      text += piece
      position = end + 1
      line += 1
      guard position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 else { break }
      position += 1
    } while true
    return (first, text)
  }
}
