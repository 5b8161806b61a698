/// The candidate that was probably meant, nil where none is near: "did you mean".
///
/// Near is an edit distance (insert, delete, replace, swap two neighbours) of at most a third of the word's
/// length, one for short words; letter case and `_` for `-` cost nothing.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(folded(word).utf8)
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  let limit = max(1, wanted.count / 3)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let other = Array(folded(candidate).utf8)
    guard other.count <= 64, abs(other.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, other)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// `did you mean 'otter'?`, else what there is where that is a short list, else nil.
func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  let candidates = Array(candidates)
  if let near = nearest(to: word, among: candidates) { return "did you mean '\(near)'?" }
  guard (1...8).contains(candidates.count) else { return nil }
  return "there \(candidates.count == 1 ? "is only" : "are") \(listed(candidates.map { "'\($0)'" }))"
}

/// `a`, `a and b`, `a, b and c`.
func listed(_ items: [String], _ word: String = "and") -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " \(word) " + last
}

private func folded(_ word: String) -> String {
  String(word.lowercased().map { $0 == "_" ? "-" : $0 })
}

/// Optimal string alignment distance. O(n·m).
func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var before = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [Int](repeating: i, count: b.count + 1)
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], before[j - 2] + 1) }
    }
    (before, last) = (last, row)
  }
  return last[b.count]
}
