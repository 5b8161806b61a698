/// A wall time without a date or a zone, to the second: 00:00:00 to 23:59:59.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Seconds since midnight on the wall, 0 to 86,399.
  public var seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  /// Nil outside 00:00 to 23:59.
  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    seconds = hour * 3600 + minute * 60
  }

  /// Parses `07:30`, always two digits and two; nil for anything else.
  @inlinable
  public init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

  /// The same of a text's bytes.
  @inlinable
  public init?(utf8 bytes: some Sequence<UInt8>) {
    var (hour, minute, place) = (0, 0, 0)
    for byte in bytes {
      let digit = Int(byte) - 0x30
      switch place {
      case 2: guard byte == UInt8(ascii: ":") else { return nil }
      case 0...4 where !(0...9).contains(digit): return nil
      case 0, 1: hour = hour * 10 + digit
      case 3, 4: minute = minute * 10 + digit
      default: return nil
      }
      place += 1
    }
    guard place == 5 else { return nil }
    self.init(hour: hour, minute: minute)
  }

  public var hour: Int { seconds / 3600 }
  public var minute: Int { seconds / 60 % 60 }

  public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.seconds < b.seconds }
}

extension TimeOfDay: CustomStringConvertible {
  /// `07:30`.
  public var description: String {
    String(unsafeUninitializedCapacity: 5) { text in
      var pairs = DigitPairs(text)
      pairs.write(hour, ":")
      pairs.write(minute)
      return pairs.end
    }
  }
}

/// A wall date and time without a zone ("floating" in RFC 5545).
public struct CivilDateTime: Hashable, Comparable, Sendable {
  public var date: CivilDate
  public var time: TimeOfDay

  public init(date: CivilDate, time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  /// Parses `2026-03-10T17:05`; nil for anything else.
  @inlinable
  public init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

  /// The same of a text's bytes.
  @inlinable
  public init?(utf8 bytes: some Collection<UInt8>) {
    guard let cut = bytes.firstIndex(of: UInt8(ascii: "T")), let date = CivilDate(utf8: bytes[..<cut]),
      let time = TimeOfDay(utf8: bytes[bytes.index(after: cut)...])
    else { return nil }
    self.init(date: date, time: time)
  }

  public static func < (a: CivilDateTime, b: CivilDateTime) -> Bool { (a.date, a.time) < (b.date, b.time) }
}

extension CivilDateTime: CustomStringConvertible {
  /// `2026-03-10T17:05`.
  public var description: String { "\(date)T\(time)" }
}
