import HavenCore

/// An instant as the contract writes it, RFC 3339 with the household zone's offset: `2026-03-10T17:05:00+00:00`.
///
/// It carries the wall time with it, so that who reads it needs no time zone file.
public struct Stamp: Sendable, Hashable {
  public var instant: Instant
  /// Seconds east of UTC, whole minutes.
  public var offset: Int

  public init(_ instant: Instant, in zone: Zone) {
    self.init(instant, offset: zone.offset(at: instant) / 60 * 60)
  }

  public init(_ instant: Instant, offset: Int) {
    self.instant = instant
    self.offset = offset
  }

  /// The wall clock there, then.
  public var wall: CivilDateTime { Zone(name: "", fixedOffset: offset).civil(at: instant) }

  /// Nil for anything but a full date, time and offset. A fraction of a second is not ours, and refused.
  public init?(_ text: some StringProtocol) {
    let rest = Array(text.utf8)
    guard rest.count == 20 || rest.count == 25, rest[16] == UInt8(ascii: ":") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      guard rest[range].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return rest[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard
      rest[4] == UInt8(ascii: "-"), rest[7] == UInt8(ascii: "-"), rest[10] == UInt8(ascii: "T"),
      rest[13] == UInt8(ascii: ":"),
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let date = CivilDate(year: year, month: month, day: day),
      let hour = number(11..<13), let minute = number(14..<16), let time = TimeOfDay(hour: hour, minute: minute),
      let second = number(17..<19), second < 60
    else { return nil }
    var offset = 0
    if rest.count == 20 {
      guard rest[19] == UInt8(ascii: "Z") else { return nil }
    } else {
      guard
        let hours = number(20..<22), let minutes = number(23..<25), rest[22] == UInt8(ascii: ":"),
        rest[19] == UInt8(ascii: "+") || rest[19] == UInt8(ascii: "-"), hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (rest[19] == UInt8(ascii: "-") ? -60 : 60)
    }
    let local = date.dayNumber * 86_400 + time.seconds + second
    self.init(Instant(seconds: local - offset), offset: offset)
  }
}

extension Stamp: CustomStringConvertible {
  public var description: String { Zone(name: "", fixedOffset: offset).format(instant) }
}

extension Stamp: Comparable {
  public static func < (a: Stamp, b: Stamp) -> Bool { a.instant < b.instant }
}

extension Stamp: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let stamp = Stamp(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not an instant")
    }
    self = stamp
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
