/// Which way a week leaned, by the carers' own answers. It is theirs together: of no child, and of no one carer.
public struct BalanceFigures: Sendable, Equatable {
  public var structure: Int
  public var even: Int
  public var nurture: Int

  public static let fewest = 3

  /// Nil under three answers: too few to say.
  public init?(_ answers: [Balance]) {
    guard answers.count >= BalanceFigures.fewest else { return nil }
    structure = answers.count { $0 == .structure }
    even = answers.count { $0 == .even }
    nurture = answers.count { $0 == .nurture }
  }

  public var answered: Int { structure + even + nurture }
  /// From -100, all structure, to 100, all nurture.
  public var lean: Int { roundedHalfUp(100 * (nurture - structure), over: answered) }

  /// A quarter or more either way is a lean; compared before rounding.
  public var leaning: Leaning {
    let difference = 4 * (nurture - structure)
    if difference <= -answered { return .structure }
    return difference >= answered ? .nurture : .even
  }

  public enum Leaning: Sendable {
    case structure, even, nurture

    public var words: String {
      switch self {
      case .structure: "leaned structure"
      case .even: "about even"
      case .nurture: "leaned nurture"
      }
    }
  }
}
