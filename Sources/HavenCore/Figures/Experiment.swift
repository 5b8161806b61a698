/// The one thing that a review offers to try. Haven changes no config by itself.
public enum Experiment: Sendable, Equatable {
  /// Ten of the last twelve were smooth: it may need less.
  case shorter(StepID, ChildID)
  /// Three of the last five were hard: more time, or another idea of why.
  case longer(StepID, ChildID)
  /// The week leaned structure.
  case microDoses
  /// The week leaned nurture.
  case oneBoundary
  /// Whose free evening is next.
  case respite(Lane)

  /// - Parameter occurrences: of the last weeks, in order of time.
  public init?(_ occurrences: [Occurrence], balance: BalanceFigures?, nextInLine: Lane?) {
    struct Key: Hashable {
      var step: StepID
      var child: ChildID
    }
    var order: [Key] = []
    var lived: [Key: [Occurrence]] = [:]
    for occurrence in occurrences where occurrence.counts {
      let key = Key(step: occurrence.step, child: occurrence.child)
      if lived[key] == nil { order.append(key) }
      lived[key, default: []].append(occurrence)
    }
    func last(_ count: Int, of key: Key) -> ArraySlice<Occurrence>? {
      guard let all = lived[key], all.count >= count else { return nil }
      return all.suffix(count)
    }
    if let key = order.first(where: { key in last(5, of: key)?.count { !$0.isSmooth } ?? 0 >= 3 }) {
      self = .longer(key.step, key.child)
    } else if let leaning = balance?.leaning, leaning != .even {
      self = leaning == .structure ? .microDoses : .oneBoundary
    } else if let key = order.first(where: { key in
      guard let twelve = last(12, of: key), let latest = twelve.last, !latest.ladder.isEmpty else { return false }
      return twelve.count(where: \.isSmooth) >= 10 && latest.size != .easy
    }) {
      self = .shorter(key.step, key.child)
    } else if let nextInLine {
      self = .respite(nextInLine)
    } else {
      return nil
    }
  }
}
