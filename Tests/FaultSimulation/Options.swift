/// What the simulation is asked for.
struct Options: Sendable {
  var seeds = 1...200
  var days = 3
  var isSoak = false
  /// Prints the whole story of each seed, not only of those that fail.
  var tellsAll = false
  /// Stops at the first seed that fails.
  var endsAtFirst = false
  /// Leaves the folder of the last seed behind.
  var keeps = false

  struct Unclear: Error, CustomStringConvertible {
    var description: String
  }

  init(_ words: [String], environmentSeed: UnsafeMutablePointer<CChar>?) throws(Unclear) {
    if let environmentSeed, let seed = Int(String(cString: environmentSeed)) {
      seeds = seed...seed
      tellsAll = true
    }
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--soak": (isSoak, seeds) = (true, 1...Int.max)
      case "--first": endsAtFirst = true
      case "--keep": keeps = true
      case "--days":
        guard let days = rest.popFirst().flatMap({ Int($0) }), days > 0 else { throw Unclear(description: "--days N") }
        self.days = days
      case "--seeds":
        let ends = (rest.popFirst() ?? "").split(separator: "-").compactMap { Int($0) }
        guard let from = ends.first, let to = ends.last, from <= to else {
          throw Unclear(description: "--seeds FROM-TO, such as 1-200")
        }
        seeds = from...to
      default: throw Unclear(description: "unknown option '\(word)'")
      }
    }
  }
}
