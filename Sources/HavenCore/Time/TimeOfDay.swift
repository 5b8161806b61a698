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
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 2, parts[1].count == 2 else { return nil }
    guard let hour = decimal(parts[0]), let minute = decimal(parts[1]) else { return nil }
    self.init(hour: hour, minute: minute)
  }

  public var hour: Int { seconds / 3600 }
  public var minute: Int { seconds / 60 % 60 }

  public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.seconds < b.seconds }
}

extension TimeOfDay: CustomStringConvertible {
  /// `07:30`.
  public var description: String { "\(padded(hour, 2)):\(padded(minute, 2))" }
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
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(parts[0]), let time = TimeOfDay(parts[1]) else { return nil }
    self.init(date: date, time: time)
  }

  public static func < (a: CivilDateTime, b: CivilDateTime) -> Bool { (a.date, a.time) < (b.date, b.time) }
}

extension CivilDateTime: CustomStringConvertible {
  /// `2026-03-10T17:05`.
  public var description: String { "\(date)T\(time)" }
}
