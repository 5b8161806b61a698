/// Something that the record speaks for, with what was counted. Nothing is changed unless somebody accepts it.
public struct Suggestion: Sendable, Equatable {
  public var what: What
  /// How many of the last `of` times spoke for it; both nil where it rests on no count.
  public var count: Int?
  public var of: Int?

  public enum What: Sendable, Equatable {
    /// A mode, and no config; for every child where it is nil.
    case softDay(ChildID?)
    case shorter(StepID, ChildID, from: Size, to: Size)
    /// A rung that was closed unanswered for days, and the rungs that are left without it.
    case drop(StepID, ChildID, rung: String, left: [String])
    /// What was tried went no less smoothly than before; `from` and `to` are nil where it was rungs that were tried.
    case keep(Facts.KeptTrial, TrialFigures, from: Size?, to: Size?)
    /// A goal of the carer's own, at another time.
    case window(WindowChange)
    /// `to` is nil where there is no longer one, or the ladder is the family's own: then only another cause is left.
    case longer(StepID, ChildID, from: Size?, to: Size?)
  }

  public init(_ what: What, count: Int? = nil, of: Int? = nil) {
    self.what = what
    self.count = count
    self.of = of
  }

  /// The same while it means the same: `shorter/bath/otter`.
  public var id: String {
    switch what {
    case .softDay(let child): child.map { "soft-day/\($0)" } ?? "soft-day"
    case .shorter(let step, let child, _, let to): "shorter/\(step)/\(child)/\(to.rawValue)"
    case .drop(let step, let child, let rung, _): "drop/\(step)/\(child)/\(rung)"
    case .keep(let trial, _, _, _): "keep/\(trial.step)/\(trial.child)/\(trial.first)"
    case .window(let change): "window/\(change.goal)/\(change.from)/\(change.to)"
    case .longer(let step, let child, _, let to): "longer/\(step)/\(child)" + (to.map { "/\($0.rawValue)" } ?? "")
    }
  }

  /// The change that it is about; nil where it is about none.
  public var change: ChangeKey? {
    switch what {
    case .shorter(let step, let child, _, _), .longer(let step, let child, _, _), .drop(let step, let child, _, _):
      ChangeKey(step: step, child: child)
    case .keep(let trial, _, _, _): trial.key
    case .softDay, .window: nil
    }
  }

  /// A few at a time; a tired reader takes in no more.
  public static let most = 5
  /// How long one that was dismissed keeps quiet.
  public static let quietSeconds = 28 * 86_400

  static let smoothEnough = (count: 10, of: 12)
  static let hardEnough = (count: 3, of: 5)
}

/// One child's change into one step, on no date.
public struct ChangeKey: Sendable, Hashable {
  public var step: StepID
  public var child: ChildID

  public init(step: StepID, child: ChildID) {
    self.step = step
    self.child = child
  }
}
