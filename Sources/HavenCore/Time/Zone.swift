/// A time zone: the offsets from UTC that held, hold and will hold in one place (RFC 9636, the TZif format).
///
/// Civil times are resolved by RFC 5545 §3.3.5 with erratum 4271: a time in a gap is taken with the offset
/// before it, a time that comes twice is taken on the first pass.
///
///     Europe/London  2026-03-29T01:30  (does not exist)   2026-03-29T01:30Z, which the wall shows as 02:30
///     Europe/London  2026-10-25T01:30  (comes twice)      2026-10-25T00:30Z, the first pass
public struct Zone: Sendable {
  /// IANA name, such as `Europe/London`.
  public var name: String
  var transitions: [Transition] = []
  var first: Int = 0

  struct Transition: Sendable {
    var at: Int
    var offset: Int
  }

  /// A zone with one offset (seconds east of UTC) for ever.
  public init(name: String, fixedOffset: Int) {
    self.name = name
    first = fixedOffset
  }

  public static let utc = Zone(name: "UTC", fixedOffset: 0)
}
