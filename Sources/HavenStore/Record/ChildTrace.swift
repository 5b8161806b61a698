/// How much the ledger holds of one child: what a purge takes, in numbers.
public struct ChildTrace: Sendable, Equatable {
  /// Rows of acts, by what a person would call them; undone ones too.
  public var acts: [String: Int] = [:]
  /// Rows of what became of warnings and lines.
  public var states = 0
  /// Changes as they were lived.
  public var lived = 0
  /// Counts of older weeks.
  public var weeks = 0
  /// Notes about others in which the child is named; the name is taken out of them.
  public var notes = 0
  /// Rows of today and yesterday about other children, in a step that is called after this one. They stay until they
  /// are two days old, so that nothing is said twice.
  public var kept = 0

  public init() {}

  public var isEmpty: Bool { acts.isEmpty && states == 0 && lived == 0 && weeks == 0 && notes == 0 }

  /// `hard moments` for the ledger's `hard`.
  static func label(kind: String) -> String {
    switch kind {
    case "hard": "hard moments"
    case "nurture": "nurture offers"
    case "fed", "drank", "moved": "food, water and movement"
    case "mode": "soft days"
    case "noticed": "things noticed"
    case "note": "notes"
    case "tryBegin", "tryStop": "things tried"
    case _ where kind.hasPrefix("promise"): "promises"
    case _ where kind.hasPrefix("respite"): "respite"
    case "answer", "snooze": "answers to warnings"
    default: "other acts"
    }
  }
}
