/// The keys of the live view, and what each does to the step that is chosen.
enum WatchKey: Equatable {
  case leave, done, later, again, skip, undo, up, down, help

  private init?(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "q"), UInt8(ascii: "Q"), 0x04: self = .leave
    case UInt8(ascii: "d"): self = .done
    case UInt8(ascii: "+"), UInt8(ascii: "="): self = .later
    case UInt8(ascii: "z"): self = .again
    case UInt8(ascii: "s"): self = .skip
    case UInt8(ascii: "u"): self = .undo
    case UInt8(ascii: "k"): self = .up
    case UInt8(ascii: "j"), UInt8(ascii: "\t"): self = .down
    case UInt8(ascii: "?"), UInt8(ascii: "h"): self = .help
    default: return nil
    }
  }

  /// Those among what was typed; a key of several bytes that means nothing here does nothing.
  static func keys(in bytes: [UInt8]) -> [WatchKey] {
    var keys: [WatchKey] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == escape else {
        if let key = WatchKey(byte) { keys.append(key) }
        continue
      }
      guard let introducer = rest.popFirst() else {
        keys.append(.leave)  // Esc alone
        continue
      }
      guard isIntroducer(introducer) else { continue }
      while let next = rest.popFirst() {
        guard isFinal(next) else { continue }
        if next == UInt8(ascii: "A") { keys.append(.up) }
        if next == UInt8(ascii: "B") { keys.append(.down) }
        break
      }
    }
    return keys
  }

  /// Whether what was typed ends within a key.
  static func isCutShort(_ bytes: [UInt8]) -> Bool {
    guard let start = bytes.lastIndex(of: escape) else { return false }
    guard let introducer = bytes[start...].dropFirst().first else { return true }
    return isIntroducer(introducer) && !bytes[start...].dropFirst(2).contains(where: isFinal)
  }

  private static let escape: UInt8 = 0x1B

  /// `ESC [` and `ESC O` begin the keys that are no character (ECMA-48, 5.4).
  private static func isIntroducer(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") }
  private static func isFinal(_ byte: UInt8) -> Bool { (0x40...0x7E).contains(byte) }
}
