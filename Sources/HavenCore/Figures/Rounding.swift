// Figures are fractions of whole numbers until they are written; every rounding is one of these.

/// The nearest whole number, halves up: 12.5 is 13, -12.5 is -12. `denominator` is above zero.
public func roundedHalfUp(_ numerator: Int, over denominator: Int) -> Int {
  let doubled = 2 * numerator + denominator
  let quotient = doubled / (2 * denominator)
  return doubled < 0 && doubled % (2 * denominator) != 0 ? quotient - 1 : quotient
}

/// A share in whole percent, halves up; nil of nothing.
public func percent(_ part: Int, of whole: Int) -> Int? {
  whole > 0 ? roundedHalfUp(100 * part, over: whole) : nil
}

/// The middle of these numbers, or halfway between the two in the middle; nil of none.
public func median(_ numbers: [Int]) -> Half? {
  guard !numbers.isEmpty else { return nil }
  let sorted = numbers.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? Half(halves: 2 * sorted[middle]) : Half(halves: sorted[middle - 1] + sorted[middle])
}

/// A whole number or one and a half: what a median of whole numbers can be.
public struct Half: Hashable, Comparable, Sendable {
  public var halves: Int

  public init(halves: Int) { self.halves = halves }

  public var value: Double { Double(halves) / 2 }
  public static func < (a: Half, b: Half) -> Bool { a.halves < b.halves }
}
