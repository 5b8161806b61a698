/// A time zone: the offsets from UTC that held, hold and will hold in one place.
///
/// Civil times are resolved by RFC 5545 §3.3.5 with erratum 4271: a time in a gap is taken with the offset
/// before it, a time that comes twice is taken on the first pass.
///
///     Europe/London  2026-03-29T01:30  (does not exist)   2026-03-29T01:30Z, which the wall shows as 02:30
///     Europe/London  2026-10-25T01:30  (comes twice)      2026-10-25T00:30Z, the first pass
///
/// Offsets are kept as stretches of the UTC line. Where a zone changes its clocks by rule for ever, 400 years of
/// stretches are laid out once and later instants are looked up that many years earlier: the Gregorian
/// calendar repeats, weekdays included, every 400 years of exactly 146,097 days.
public struct Zone: Sendable, Equatable {
  /// IANA name, such as `Europe/London`.
  public var name: String

  /// Where each stretch of one offset starts, ascending; the first has no start and says `Int.min`.
  let starts: [Int]
  /// Seconds east of UTC in each stretch.
  let offsets: [Int]
  /// Instants outside are looked up a whole number of 400-year cycles away.
  let laidOut: Range<Int>
  /// The smallest and the largest of `offsets`.
  let lowestOffset: Int
  let highestOffset: Int

  static let secondsPerCycle = 146_097 * 86_400

  /// A zone with one offset (seconds east of UTC) for ever.
  public init(name: String, fixedOffset: Int) {
    self.init(name: name, Stretches(offset: fixedOffset))
  }

  init(name: String, _ stretches: Stretches) {
    self.name = name
    starts = stretches.starts
    offsets = stretches.offsets
    laidOut = stretches.laidOut
    lowestOffset = stretches.offsets.min() ?? 0
    highestOffset = stretches.offsets.max() ?? 0
  }

  public static let utc = Zone(name: "UTC", fixedOffset: 0)

  /// Seconds east of UTC at an instant between `Instant.distantPast` and `.distantFuture`.
  ///
  /// A binary search: about ten nanoseconds.
  public func offset(at instant: Instant) -> Int {
    offsets[stretch(at: instant.seconds - cycleShift(of: instant.seconds))]
  }

  /// The offset at `instant` where it is the same for `margin` seconds on both sides, nil where a clock change is near.
  func steadyOffset(around instant: Instant, margin: Int) -> Int? {
    let seconds = instant.seconds - cycleShift(of: instant.seconds)
    let index = stretch(at: seconds)
    guard index == 0 || starts[index] <= seconds - margin else { return nil }
    guard index + 1 == starts.count || starts[index + 1] > seconds + margin else { return nil }
    return offsets[index]
  }

  /// The index of the stretch that holds an instant inside `laidOut`, or up to a year outside it.
  func stretch(at seconds: Int) -> Int {
    starts.withUnsafeBufferPointer { starts in
      var low = 0  // starts[low] <= seconds, because the first is Int.min
      var count = starts.count
      while count > 1 {
        let half = count / 2
        if starts[low + half] <= seconds { low += half }
        count -= half
      }
      return low
    }
  }

  /// Seconds to take away from an instant so that it falls into the stretches laid out.
  func cycleShift(of seconds: Int) -> Int {
    if laidOut.contains(seconds) { return 0 }
    return floorDivide(seconds - laidOut.upperBound, Zone.secondsPerCycle).quotient * Zone.secondsPerCycle
      + Zone.secondsPerCycle
  }
}

/// Rounds toward negative infinity; the remainder is never negative.
func floorDivide(_ a: Int, _ b: Int) -> (quotient: Int, remainder: Int) {
  let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
  return remainder < 0 ? (quotient - 1, remainder + b) : (quotient, remainder)
}
