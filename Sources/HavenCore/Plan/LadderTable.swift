/// The default ladders by working age and size: conventions of the field, every number a default to be tuned,
/// none of them a finding.
enum LadderTable {
  /// - Parameter age: working age in years; nil when not set.
  static func rungs(age: Int?, size: Size) -> [Rung] {
    guard let age else { return row(size, "5 0", "10 5 L2 0", "P20 15 5 L2 0", "P30 20 10 5 L2 0") }
    return switch AgeBand(age: age) {
    case .toddler: row(size, "0", "P5 L1 0", "P10 L2 0", "P15 L2 0")
    case .preschool: row(size, "L2 0", "P10 5 L2 0", "P15 5 L2 0", "P20 10 5 L2 0")
    case .early: row(size, "5 0", "P15 10 5 L2 0", "P20 15 5 L2 0", "P30 20 10 5 L2 0")
    case .middle: row(size, "5 0", "10 5 0", "P20 15 5 L1 0", "P30 20 10 5 0")
    case .teen: row(size, "5", "15 5", "P30 20 5", "P45 30 10 5")
    }
  }

  static func rungs(preset: LadderPreset) -> [Rung] {
    switch preset {
    case .none: []
    case .event: parse("L2 0")
    case .short: parse("5 0")
    case .standard: parse("10 5 L2 0")
    case .classic: parse("10 5 2 1")
    case .long: parse("20 10 5 L2 0")
    case .runway: parse("P30 20 10 5 L2 0")
    case .info: parse("20")
    }
  }

  private static func row(_ size: Size, _ easy: String, _ normal: String, _ hard: String, _ veryHard: String) -> [Rung]
  {
    switch size {
    case .easy: parse(easy)
    case .normal: parse(normal)
    case .hard: parse(hard)
    case .veryHard: parse(veryHard)
    }
  }

  private static func parse(_ rungs: String) -> [Rung] {
    rungs.split(separator: " ").compactMap { Rung($0) }
  }
}

/// The bands of working age that share a row of the table.
public enum AgeBand: Int, Sendable, CaseIterable, Comparable {
  case toddler, preschool, early, middle, teen

  public init(age: Int) {
    switch age {
    case ..<3: self = .toddler
    case 3...4: self = .preschool
    case 5...7: self = .early
    case 8...11: self = .middle
    default: self = .teen
    }
  }

  /// In years.
  public var lowestAge: Int {
    switch self {
    case .toddler: 0
    case .preschool: 3
    case .early: 5
    case .middle: 8
    case .teen: 12
    }
  }

  public static func < (a: AgeBand, b: AgeBand) -> Bool { a.rawValue < b.rawValue }

  /// One band down: the lowest age of the band below. The lowest band, and an age that is not set, stay.
  public static func lowered(_ age: Int?) -> Int? {
    guard let age, let below = AgeBand(rawValue: AgeBand(age: age).rawValue - 1) else { return age }
    return below.lowestAge
  }
}
