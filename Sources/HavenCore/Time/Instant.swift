/// A point on the UTC line, in whole seconds since 1970-01-01T00:00:00Z (leap seconds not counted, as in POSIX).
///
/// Haven plans in seconds: a rung is due at an instant, and what is left is the difference of two.
/// Parameters that carry the present are labelled `now:`; properties end in `At`.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since the epoch; negative before 1970.
  public var seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  /// Later than any instant that a plan can hold.
  public static let distantFuture = Instant(seconds: .max / 4)
  /// Earlier than any instant that a plan can hold.
  public static let distantPast = Instant(seconds: .min / 4)

  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
  public static func + (a: Instant, seconds: Int) -> Instant { Instant(seconds: a.seconds + seconds) }
  public static func - (a: Instant, seconds: Int) -> Instant { Instant(seconds: a.seconds - seconds) }
  /// Elapsed seconds from `b` to `a`; negative when `a` is earlier.
  public static func - (a: Instant, b: Instant) -> Int { a.seconds - b.seconds }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    seconds = try decoder.singleValueContainer().decode(Int.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }
}
