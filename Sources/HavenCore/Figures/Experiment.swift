/// The one thing that a review offers to try. Haven changes no config by itself.
public enum Experiment: Sendable, Equatable {
  /// It went smoothly so often that it may need less.
  case shorter(StepID, ChildID)
  /// It was hard often: more time, or another idea of why.
  case longer(StepID, ChildID)
  /// A rung that was closed unanswered for days.
  case drop(StepID, ChildID, rung: String)
  /// The week leaned structure.
  case microDoses
  /// The week leaned nurture.
  case oneBoundary
  /// Whose free evening is next.
  case respite(Lane)

  /// What was hard first, then how the week leaned, then what can be less. What was answered to a suggestion is answered
  /// here too: none is asked again in other words.
  ///
  /// - Parameter suggestions: those that the record speaks for at present.
  public init?(_ suggestions: [Suggestion], balance: BalanceFigures?, nextInLine: Lane?) {
    func first(_ asked: (Suggestion.What) -> Experiment?) -> Experiment? {
      for one in suggestions { if let found = asked(one.what) { return found } }
      return nil
    }
    let longer = first { if case .longer(let step, let child, _, _) = $0 { .longer(step, child) } else { nil } }
    let drop = first {
      if case .drop(let step, let child, let rung, _) = $0 { .drop(step, child, rung: rung) } else { nil }
    }
    let shorter = first { if case .shorter(let step, let child, _, _) = $0 { .shorter(step, child) } else { nil } }
    let leaning: Experiment? =
      switch balance?.leaning {
      case .structure: .microDoses
      case .nurture: .oneBoundary
      case .even, nil: nil
      }
    guard let one = longer ?? leaning ?? drop ?? shorter ?? nextInLine.map(Experiment.respite) else { return nil }
    self = one
  }
}
