/// The config language's duration, always with a unit: `10m`, `1h30m`, `90s`, `28d`.
public enum DurationText {
  /// Seconds; at least 0 and less than 100 years. Units go from large to small, each once.
  public static func seconds(parsing text: some StringProtocol) throws(GrammarFault) -> Int {
    func fault(_ hint: String) -> GrammarFault { GrammarFault("\(quoted(text)) is not a duration", hint: hint) }
    var total = 0
    var number: Int?
    var smallest = Int.max
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        let value = (number ?? 0) * 10 + Int(byte - 0x30)
        guard value <= 1_000_000_000 else { throw fault("that is more than a lifetime") }
        number = value
        continue
      }
      guard let unit = unitSeconds(byte), let count = number else { throw fault(example) }
      guard unit < smallest else { throw fault("write units from large to small, each once, such as '1h30m'") }
      total += count * unit
      (number, smallest) = (nil, unit)
    }
    if let number {
      throw fault(smallest == .max ? "\(number) of what? write '\(number)m', '\(number)h' or '\(number)d'" : example)
    }
    guard smallest != .max else { throw fault(example) }
    guard total < 100 * 366 * 86_400 else { throw fault("that is more than a lifetime") }
    return total
  }

  /// `35m`, `1h30m`, `90s`, `28d`: what `seconds(parsing:)` reads as the same.
  public static func written(_ seconds: Int) -> String {
    guard seconds > 0 else { return "0m" }
    if seconds % 86_400 == 0 { return "\(seconds / 86_400)d" }
    if seconds < 120, seconds % 60 != 0 { return "\(seconds)s" }
    let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s")]
    return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
  }

  private static let example = "write a number and a unit: '10m', '1h30m', '90s' or '28d'"

  private static func unitSeconds(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "s"): 1
    case UInt8(ascii: "m"): 60
    case UInt8(ascii: "h"): 3600
    case UInt8(ascii: "d"): 86_400
    default: nil
    }
  }
}
