/// What is wrong with a recurrence rule, and where.
public struct RecurrenceError: Error, Hashable, Sendable {
  /// Names what failed, with the value in quotes: `unknown part 'INTERAL'`.
  public var message: String
  /// What to write in its place, where that can be told: `did you mean 'INTERVAL'?`
  public var hint: String?
  /// Where the faulty piece begins, in UTF-8 bytes from the start of the text.
  public var offset: Int
  /// Its length in UTF-8 bytes.
  public var length: Int

  public init(message: String, hint: String? = nil, offset: Int = 0, length: Int = 0) {
    self.message = message
    self.hint = hint
    self.offset = offset
    self.length = length
  }
}

extension RecurrenceError: CustomStringConvertible {
  public var description: String { hint.map { "\(message); \($0)" } ?? message }
}

/// The candidate nearest to what was written, where it is near enough to have been meant.
func nearest(to written: String, among candidates: [String]) -> String? {
  let scored = candidates.map { (candidate: $0, edits: edits(from: written, to: $0)) }
  guard let best = scored.min(by: { $0.edits < $1.edits }) else { return nil }
  return best.edits <= max(1, min(written.utf8.count, best.candidate.utf8.count) / 3) ? best.candidate : nil
}

/// Letters to insert, remove, replace or swap with a neighbour (Damerau's distance, restricted).
private func edits(from a: String, to b: String) -> Int {
  let a = Array(a.utf8.prefix(64))
  let b = Array(b.utf8.prefix(64))
  var before: [Int] = []
  var above = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var best = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
      row.append(best)
    }
    (before, above) = (above, row)
  }
  return above[b.count]
}
