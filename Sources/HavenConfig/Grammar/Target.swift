import HavenCore

extension Target {
  /// Parses the config language's target: how much, and per what.
  ///
  ///     4 per week      2-3 per week      12h per 28d      2 nights per quarter      1 per 2 weeks      14 nights per year
  public init(parsing text: some StringProtocol) throws(GrammarFault) {
    let words = Substring(text).split(separator: " ", omittingEmptySubsequences: true)
    guard let per = words.firstIndex(of: "per"), per > 0 else { throw Target.fault(text) }
    var amount = words[0]
    var unit = Unit.times
    switch words[1..<per] {
    case []: break
    case ["nights"], ["night"]: unit = .nights
    case ["h"]: unit = .hours
    default: throw Target.fault(text)
    }
    if unit == .times, amount.hasSuffix("h") { (amount, unit) = (amount.dropLast(), .hours) }
    let ends = amount.split(separator: "-", omittingEmptySubsequences: false).map { Target.figure($0) }
    guard ends.count == 1 || ends.count == 2, let low = ends[0], let high = ends[ends.count - 1] else {
      throw Target.fault(text)
    }
    guard low <= high else {
      throw GrammarFault("the target \(quoted(text)) goes from more to less", hint: "write '\(high)-\(low)'")
    }
    guard high > 0 else { throw GrammarFault("a target of none is no target", hint: "leave the key out") }
    self.init(low: low, high: high, unit: unit, period: try Target.period(words[(per + 1)...], of: text))
  }

  private static func period(_ words: ArraySlice<Substring>, of text: some StringProtocol) throws(GrammarFault)
    -> Period
  {
    let words = Array(words)
    switch words {
    case ["week"]: return .weeks(1)
    case ["quarter"]: return .quarter
    case ["year"]: return .year
    default: break
    }
    if words.count == 2, ["weeks", "week"].contains(words[1]), let count = figure(words[0]), (1...52).contains(count) {
      return .weeks(count)
    }
    if words.count == 1, words[0].hasSuffix("d"), let count = figure(words[0].dropLast()), (1...366).contains(count) {
      return .days(count)
    }
    throw fault(text)
  }

  private static func figure(_ digits: Substring) -> Int? {
    guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }

  private static func fault(_ text: some StringProtocol) -> GrammarFault {
    GrammarFault(
      "\(quoted(text)) is not a target",
      hint: "write such as '4 per week', '2-3 per 2 weeks', '12h per 28d' or '14 nights per year'")
  }
}
