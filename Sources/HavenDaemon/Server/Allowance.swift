/// How much of a processor answering may take: all of it for a moment, half of it for ever.
///
/// Who asks now and then never notices. A flood leaves the other half to those that put a cue before a person: the bus, and
/// the notification server. Times are microseconds of one monotonic clock.
struct Allowance {
  /// What may be spent at once by whom was silent for as long.
  static let most = 100_000
  /// The longest rest: after one long answer, such as a purge, the next question is not kept waiting for it.
  static let longestRest = 20_000

  private var left = Allowance.most
  private var at: UInt64 = 0

  /// Answering took from one time to another.
  ///
  /// - Returns: when to answer again; nil for at once.
  mutating func spend(from begin: UInt64, to end: UInt64) -> UInt64? {
    left = min(Allowance.most, left + Int(begin - min(at, begin))) - Int(end - min(begin, end))
    left = max(left, -Allowance.longestRest)
    at = end
    return left < 0 ? end + UInt64(-left) : nil
  }
}
