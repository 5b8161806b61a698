/// What a person reads of a time left: minutes, and whether the text says that they are not exact.
///
///     Otter in 20 min: tea          20, exact
///     about five minutes ago        −5, about
struct TimeWords: Equatable {
  var minutes: Int
  var isAbout: Bool

  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["twenty", "thirty", "forty", "fifty"]

  /// The first in a line; nil where it names no minutes.
  init?(in line: some StringProtocol) {
    let words = line.split { " ,:;.".contains($0) }.map { $0.lowercased() }
    for (place, word) in words.enumerated() where word == "min" || word == "minutes" || word == "minute" {
      guard place > 0, let count = Self.number(words[place - 1]) else { continue }
      let isPast = place + 1 < words.count && words[place + 1] == "ago"
      let start = place - 2
      isAbout = start >= 0 && words[start] == "about"
      // "1 h 20 min" and "an hour and ten minutes" are of another size, and not read here.
      if start >= 0, ["h", "hour", "hours", "and"].contains(words[start]) { return nil }
      guard isPast || (start >= 0 && (words[start] == "in" || isAbout)) else { continue }
      minutes = isPast ? -count : count
      return
    }
    return nil
  }

  private static func number(_ word: String) -> Int? {
    if let digits = Int(word) { return digits }
    if let place = numbers.firstIndex(of: word) { return place + 1 }
    let parts = word.split(separator: "-").map(String.init)
    guard let first = parts.first, let ten = tens.firstIndex(of: first) else { return nil }
    let ones = parts.count > 1 ? numbers.firstIndex(of: parts[1]).map { $0 + 1 } ?? 0 : 0
    return (ten + 2) * 10 + ones
  }

  /// Whether it is true to within a second, or says "about" and is true to within half a minute.
  func isTrue(secondsLeft: Int) -> Bool {
    let off = abs(secondsLeft - minutes * 60)
    return off <= 1 || isAbout && off <= 31
  }
}
