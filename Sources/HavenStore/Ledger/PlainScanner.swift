import Glibc
import HavenCore

/// Goes through JSON without spaces, byte by byte, and stops at whatever is not plain: what stands there is not taken.
///
/// Good only inside the closure that is given the bytes.
struct PlainScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func take(_ text: StaticString) -> Bool {
    let end = place + text.utf8CodeUnitCount
    guard end <= bytes.count, let base = bytes.baseAddress,
      memcmp(base + place, text.utf8Start, text.utf8CodeUnitCount) == 0
    else { return false }
    place = end
    return true
  }

  /// What stands between two quotes; nil where anything in it is escaped.
  mutating func word() -> PlainWord? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
    var end = place + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      guard bytes[end] != UInt8(ascii: "\\"), bytes[end] >= 0x20 else { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    defer { place = end + 1 }
    return PlainWord(bytes: UnsafeBufferPointer(rebasing: bytes[place + 1..<end]))
  }

  mutating func text() -> String? { word()?.text }

  mutating func integer() -> Int? { digits(atMost: 9) }

  mutating func seconds() -> Instant? { digits(atMost: 11).map(Instant.init(seconds:)) }

  private mutating func digits(atMost most: Int) -> Int? {
    var end = place
    var value = 0
    while end < bytes.count, case let digit = bytes[end], (0x30...0x39).contains(digit), end - place <= most {
      value = value * 10 + Int(digit - 0x30)
      end += 1
    }
    let count = end - place
    guard (1...most).contains(count), count == 1 || bytes[place] != UInt8(ascii: "0") else { return nil }
    place = end
    return value
  }

  mutating func texts() -> [String]? {
    guard take("[") else { return nil }
    var texts: [String] = []
    if take("]") { return texts }
    repeat {
      guard let text = text() else { return nil }
      texts.append(text)
    } while take(",")
    return take("]") ? texts : nil
  }

  mutating func flag() -> Bool? { take("true") ? true : take("false") ? false : nil }
}

/// A word of it, not yet a text: most are only looked at.
struct PlainWord {
  let bytes: UnsafeBufferPointer<UInt8>

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// For `switch`.
  static func ~= (text: StaticString, word: PlainWord) -> Bool {
    guard text.utf8CodeUnitCount == word.bytes.count, let base = word.bytes.baseAddress else { return false }
    return memcmp(base, text.utf8Start, word.bytes.count) == 0
  }
}
