/// A length of respite, exact: whole parts, never a floating sum.
///
/// A part is the twenty-eighth of a millisecond. So minutes, thirds of an hour, decimals to five places and a target
/// that is reduced to some dates of a window of 28 are all whole numbers of parts.
public struct Hours: Hashable, Comparable, Sendable {
  public private(set) var parts: Int

  public static let zero = Hours(parts: 0)
  /// More than eleven years; no record has more, so that no sum overflows.
  public static let most = 100_000.0

  private static let partsOfMillisecond = 28
  private static let partsOfHour = 3_600_000 * partsOfMillisecond

  private init(parts: Int) { self.parts = parts }

  public init(minutes: Int) { parts = minutes * (Hours.partsOfHour / 60) }

  /// To the nearest millisecond, so that `0.6666666666666666` is forty minutes; nil below zero and above `most`.
  public init?(_ hours: Double) {
    guard (0...Hours.most).contains(hours) else { return nil }
    parts = Int((hours * 3_600_000).rounded()) * Hours.partsOfMillisecond
  }

  /// So many of the 28 dates of a full window; exact for what was made from hours or minutes.
  public func reduced(to dates: Int) -> Hours { Hours(parts: parts / 28 * dates) }

  /// In thousandths, halves up: what is written.
  public var value: Double { Double(roundedHalfUp(parts * 1000, over: Hours.partsOfHour)) / 1000 }
  /// To the nearest minute, halves up.
  public var minutes: Int { roundedHalfUp(parts, over: Hours.partsOfHour / 60) }

  public static func + (a: Hours, b: Hours) -> Hours { Hours(parts: a.parts + b.parts) }
  public static func - (a: Hours, b: Hours) -> Hours { Hours(parts: a.parts - b.parts) }
  public static func < (a: Hours, b: Hours) -> Bool { a.parts < b.parts }
}
