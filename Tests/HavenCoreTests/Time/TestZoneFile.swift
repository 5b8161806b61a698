/// A zone file written by hand.
struct TestZoneFile {
  /// 0 for version 1, else the digit.
  var version = UInt8(ascii: "2")
  var offsets: [Int32]
  /// When, and the index of the offset from then on.
  var changes: [(at: Int, offset: UInt8)] = []
  var leapSeconds = 0
  var footer = ""

  init(offsets: [Int32]) { self.offsets = offsets }

  var bytes: [UInt8] {
    if version == 0 { return header(timeSize: 4) + block(timeSize: 4) }
    let narrow = TestZoneFile(offsets: [0])
    return header(narrow) + narrow.block(timeSize: 4) + header(timeSize: 8) + block(timeSize: 8)
      + Array("\n\(footer)\n".utf8)
  }

  private func header(_ other: TestZoneFile) -> [UInt8] {
    var other = other
    other.version = version
    return other.header(timeSize: 4)
  }

  private func header(timeSize: Int) -> [UInt8] {
    let counts = [0, 0, leapSeconds, changes.count, offsets.count, 4]
    return Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15) + counts.flatMap { big($0, 4) }
  }

  private func block(timeSize: Int) -> [UInt8] {
    var bytes = changes.flatMap { big($0.at, timeSize) } + changes.map(\.offset)
    for offset in offsets { bytes += big(Int(offset), 4) + [0, 0] }
    bytes += Array("AAA\u{0}".utf8)
    for index in 0..<leapSeconds { bytes += big(78_796_800 + index, timeSize) + big(index + 1, 4) }
    return bytes
  }

  private func big(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
