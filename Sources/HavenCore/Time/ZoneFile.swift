/// Why the bytes of a zone file are not a time zone.
public enum ZoneFileError: Error, Hashable, Sendable {
  /// It does not begin with `TZif`.
  case notAZoneFile
  /// It ends before all that its header counts.
  case truncated
  /// Larger than any zone can be (the system's largest are about 4 KB).
  case tooLarge
  /// It counts leap seconds, which the system clock does not: the files under `right/`.
  case countsLeapSeconds
  /// Something in it contradicts RFC 9636; the text says what.
  case malformed(String)
}

extension ZoneFileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAZoneFile: "not a time zone file: it does not begin with 'TZif'"
    case .truncated: "the time zone file ends too early"
    case .tooLarge: "the time zone file is larger than \(ZoneFile.largest / 1024) KiB"
    case .countsLeapSeconds: "the time zone counts leap seconds, which the system clock does not"
    case .malformed(let what): "the time zone file is damaged: \(what)"
    }
  }
}

extension Zone {
  /// Reads a compiled zone (RFC 9636, versions 1 to 4), such as the bytes of `/usr/share/zoneinfo/Europe/London`.
  ///
  /// From version 2 on the 64-bit block is used, and its footer for all instants after the last change listed.
  /// Abbreviations, and which half of a year is "daylight saving", are not kept: nothing in Haven asks.
  /// Any bytes at all either make a zone or throw.
  public init(name: String, tzif bytes: some Collection<UInt8>) throws(ZoneFileError) {
    var file = ZoneFile(bytes: Array(bytes.prefix(ZoneFile.largest + 1)))
    self.init(name: name, try file.stretches())
  }
}

/// A reader over the bytes of one zone file.
struct ZoneFile {
  static let largest = 256 * 1024
  /// RFC 9636 §3.2: offsets are more than −25 h and less than 26 h.
  private static let offsets = -89_999...93_599
  /// zic's own limit, long before the Big Bang; it keeps all sums far from overflow.
  private static let earliest = -1 << 59
  private static let latest = 1 << 59

  private var rest: ArraySlice<UInt8>

  init(bytes: [UInt8]) { rest = bytes[...] }

  mutating func stretches() throws(ZoneFileError) -> Stretches {
    guard rest.count <= ZoneFile.largest else { throw .tooLarge }
    let header = try header()
    guard header.version > 0 else { return try block(header, timeSize: 4).stretches }
    _ = try take(header.size(timeSize: 4))
    let wideHeader = try self.header()
    var (stretches, lastChange) = try block(wideHeader, timeSize: 8)
    let footer = try footer()
    if !footer.isEmpty {
      guard let rule = PosixRule(footer) else {
        throw .malformed("its last line is no rule")
      }
      if lastChange == nil, rule.summer == nil { return Stretches(offset: rule.standardOffset) }
      if lastChange == nil { stretches = Stretches(offset: rule.standardOffset) }
      stretches.append(rule, after: lastChange)
    }
    return stretches
  }

  private struct Header {
    var version: Int
    var utIndicators, standardIndicators, leapSeconds, times, types, characters: Int

    func size(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4) + standardIndicators
        + utIndicators
    }
  }

  private mutating func header() throws(ZoneFileError) -> Header {
    guard rest.starts(with: "TZif".utf8) else { throw rest.count < 4 ? .truncated : .notAZoneFile }
    let bytes = try take(20)
    var counts: [Int] = []
    for _ in 0..<6 { counts.append(try integer(4) & 0xFFFF_FFFF) }
    return Header(
      version: Int(bytes[bytes.startIndex + 4]), utIndicators: counts[0], standardIndicators: counts[1],
      leapSeconds: counts[2], times: counts[3], types: counts[4], characters: counts[5])
  }

  /// The stretches, and the last change listed.
  private mutating func block(
    _ header: Header, timeSize: Int
  ) throws(ZoneFileError) -> (stretches: Stretches, lastChange: Int?) {
    guard header.types > 0 else { throw .malformed("it has no offset") }
    guard header.leapSeconds == 0 else { throw .countsLeapSeconds }
    guard rest.count >= header.size(timeSize: timeSize) else { throw .truncated }
    var times: [Int] = []
    for _ in 0..<header.times { times.append(try integer(timeSize)) }
    let indices = try take(header.times)
    var offsets: [Int] = []
    for _ in 0..<header.types {
      let offset = try integer(4)
      guard ZoneFile.offsets.contains(offset) else { throw .malformed("an offset of \(offset) s") }
      _ = try take(2)
      offsets.append(offset)
    }
    _ = try take(header.characters + header.standardIndicators + header.utIndicators)

    // RFC 9636 §3.2: before the first change the first type holds.
    var stretches = Stretches(offset: offsets[0])
    for (index, (time, type)) in zip(times, indices).enumerated() {
      guard index == 0 || times[index - 1] < time else { throw .malformed("its changes are not in order") }
      guard Int(type) < offsets.count else { throw .malformed("a change to an offset that it does not have") }
      stretches.append(start: clamped(time), offset: offsets[Int(type)])
    }
    return (stretches, times.last.map(clamped))
  }

  private func clamped(_ time: Int) -> Int { min(max(time, ZoneFile.earliest), ZoneFile.latest) }

  /// What stands between the two newlines at the end.
  private mutating func footer() throws(ZoneFileError) -> ArraySlice<UInt8> {
    let newline = UInt8(ascii: "\n")
    guard let first = rest.first else { throw .truncated }
    guard first == newline else { throw .malformed("its last line does not begin") }
    rest.removeFirst()
    guard let end = rest.firstIndex(of: newline) else { throw .truncated }
    return rest[..<end]
  }

  private mutating func take(_ count: Int) throws(ZoneFileError) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw .truncated }
    let taken = rest.prefix(count)
    rest = rest.dropFirst(count)
    return taken
  }

  /// Big-endian, signed.
  private mutating func integer(_ size: Int) throws(ZoneFileError) -> Int {
    let bytes = try take(size)
    let bits = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return size == 4 ? Int(Int32(truncatingIfNeeded: bits)) : Int(Int64(bitPattern: bits))
  }
}
