import HavenCore

/// `havenctl suggestions --json`: what the record speaks for, each with what was counted and what it would change.
public struct SuggestionsView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "suggestions"
  public var at: Stamp
  /// Who asks.
  public var carer: CarerID
  /// Kindest first.
  public var suggestions: [Row]
  /// Too little was lived to say anything.
  public var few: Bool
  /// The last that was accepted and can be taken back.
  public var accepted: Accepted?

  public init(at: Stamp, carer: CarerID, suggestions: [Row], few: Bool, accepted: Accepted? = nil) {
    self.at = at
    self.carer = carer
    self.suggestions = suggestions
    self.few = few
    self.accepted = accepted
  }

  public struct Row: Sendable, Equatable, Codable {
    /// From 1, as `accept` and `dismiss` take it.
    public var number: Int
    public var id: String
    public var what: What
    public var step: StepID?
    public var child: ChildID?
    /// A goal of who asks.
    public var goal: GoalID?
    /// How many of the last `of` times spoke for it.
    public var count: Int?
    public var of: Int?
    /// Of `keep`: how often it was smooth in the time before it was tried.
    public var before: Int?
    public var beforeOf: Int?
    /// Of `window`, how many offers were taken in the better one, of how many; done unasked where `better_of` is left
    /// out.
    public var betterCount: Int?
    public var betterOf: Int?
    /// Sizes; of `window`, times of day.
    public var from: String?
    public var to: String?
    /// The one that would go, and those that are left.
    public var rung: String?
    public var rungs: [String]?
    /// Filled in by whoever can read the config.
    public var changes: [ConfigChange]?
    /// `haven.toml:41`: where a person would change it, where Haven cannot.
    public var places: [String]?

    public enum What: String, Sendable, Codable, CaseIterable {
      case softDay = "soft-day"
      case keep, shorter, drop, window, longer
    }

    public init(_ suggestion: Suggestion, number: Int) {
      self.number = number
      id = suggestion.id
      count = suggestion.count
      of = suggestion.of
      switch suggestion.what {
      case .softDay(let child): (what, self.child) = (.softDay, child)
      case .keep(let trial, let figures, let from, let to):
        (what, step, child) = (.keep, trial.step, trial.child)
        (self.from, self.to) = (from?.rawValue, to?.rawValue)
        if from == nil, !trial.tried.isEmpty {
          rungs = trial.tried.split(separator: " ").map(String.init).filter { $0 != "·" }
        }
        (before, beforeOf) = (figures.before.smooth, figures.before.of)
      case .shorter(let step, let child, let from, let to):
        (what, self.step, self.child) = (.shorter, step, child)
        (self.from, self.to) = (from.rawValue, to.rawValue)
      case .longer(let step, let child, let from, let to):
        (what, self.step, self.child) = (.longer, step, child)
        (self.from, self.to) = (from?.rawValue, to?.rawValue)
      case .drop(let step, let child, let rung, let left):
        (what, self.step, self.child) = (.drop, step, child)
        (self.rung, rungs) = (rung, left)
      case .window(let change):
        (what, goal, from, to) = (.window, change.goal, change.from, change.to)
        switch change.better {
        case .taken(let count, let of): (betterCount, betterOf) = (count, of)
        case .unasked(let count): betterCount = count
        }
      }
    }
  }

  public struct Accepted: Sendable, Equatable, Codable {
    public var id: String
    public var at: Stamp
    public var changes: [ConfigChange]

    public init(id: String, at: Stamp, changes: [ConfigChange]) {
      self.id = id
      self.at = at
      self.changes = changes
    }
  }
}
