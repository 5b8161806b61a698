import Glibc

/// A column whose values come in runs, such as a date: what is made of one is made once for each run.
struct Recurring<Value> {
  private var bytes: [UInt8] = []
  private var value: Value?

  /// - Parameter make: of the column's bytes; nil for what is not known.
  mutating func read(_ row: Row, _ column: Int32, _ make: (UnsafeBufferPointer<UInt8>) -> Value?) -> Value? {
    row.withBytes(column) { found in
      if !bytes.withUnsafeBufferPointer({ isEqual($0, found) }) { (bytes, value) = (Array(found), make(found)) }
      return value
    }
  }
}

extension Recurring where Value: RawRepresentable, Value.RawValue == String {
  mutating func read(_ row: Row, _ column: Int32) -> Value? {
    read(row, column) { Value(rawValue: String(decoding: $0, as: UTF8.self)) }
  }
}

/// Texts that come again and again, in any order, and are made once: of a thousand changes there are a dozen steps.
struct RecurringTexts {
  /// Each where the last one was that looked like it.
  private var known = [String](repeating: "", count: 64)

  mutating func text(_ row: Row, _ column: Int32) -> String {
    row.withBytes(column) { bytes in
      guard let first = bytes.first, let last = bytes.last else { return "" }
      let looks = bytes.count &* 31 ^ Int(first) &* 7 ^ Int(last) ^ Int(bytes[bytes.count / 2]) &* 13
      let place = looks & 63
      if known[place].withUTF8({ isEqual($0, bytes) }) { return known[place] }
      known[place] = String(decoding: bytes, as: UTF8.self)
      return known[place]
    }
  }
}

private func isEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
  guard a.count == b.count, let mine = a.baseAddress, let other = b.baseAddress else { return false }
  return memcmp(mine, other, a.count) == 0
}
