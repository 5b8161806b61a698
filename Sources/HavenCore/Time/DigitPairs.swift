/// Writes digits in twos, as dates and times have them, into the bytes of a new text.
struct DigitPairs {
  private let text: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes are written.
  private(set) var end = 0

  init(_ text: UnsafeMutableBufferPointer<UInt8>) { self.text = text }

  /// `7` is `07`; of more than two digits the last two. The text has room for it.
  mutating func write(_ value: Int, _ mark: Unicode.Scalar? = nil) {
    text[end] = UInt8(0x30 + value / 10 % 10)
    text[end + 1] = UInt8(0x30 + value % 10)
    end += 2
    guard let mark else { return }
    text[end] = UInt8(ascii: mark)
    end += 1
  }
}
