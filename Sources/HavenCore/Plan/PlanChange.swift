/// One way in which a day differs from how the family wrote it.
public struct PlanChange: Sendable {
  public var what: What
  public var step: PlannedStep
  /// When it was to be; nil for what was not written at all.
  public var was: Instant?
  /// When it is now; nil for what is out of the day.
  public var at: Instant?
  /// Of `soft` and `fewer`, those who are let off; else those who are in it.
  public var children: [ChildID]
  /// Who said so last; nil for what nobody typed.
  public var by: CarerID?
  /// Of `swapped`, the other step.
  public var with: StepID?

  public enum What: String, Sendable, Codable, CaseIterable {
    case moved, swapped
    /// Somebody took it out.
    case skipped
    /// Dropped, or moved, because the day ran late.
    case late
    /// A soft day left it out.
    case soft
    /// Still in the day, and not for all of its children: a soft day is theirs.
    case fewer
    /// The children are elsewhere overnight, or just home again.
    case overnight
  }
}

extension PlanChange {
  /// Holds a plan against the same date as it was written.
  ///
  /// - Parameters:
  ///   - acts: of this date, oldest first; they say who moved or took out what.
  ///   - isSoft: whether any child of a step is in a soft mode at its time.
  static func all(
    from written: DayPlan, to plan: DayPlan, acts: [Act], isSoft: (PlannedStep) -> Bool
  ) -> [PlanChange] {
    let now = Dictionary(plan.steps.map { ($0.step.id, $0) }, uniquingKeysWith: { first, _ in first })
    let before = Set(written.steps.map(\.step.id))
    var changes: [PlanChange] = []
    for old in written.steps {
      let id = old.step.id
      guard let new = now[id] else {
        changes.append(gone(old, act: acts.last { $0.command.drops(id) }, isSoft: isSoft(old)))
        continue
      }
      if new.at != old.at {
        let act = acts.last { $0.command.moves(id) }
        changes.append(
          PlanChange(
            what: act?.command.moveKind ?? .moved, step: new, was: old.at, at: new.at, children: new.children,
            by: act?.by, with: act?.command.partner(of: id)))
      }
      let off = old.children.filter { !new.children.contains($0) }
      if !off.isEmpty {
        changes.append(PlanChange(what: .fewer, step: new, was: old.at, at: new.at, children: off))
      }
    }
    changes += plan.steps.filter { !before.contains($0.step.id) }.map {
      PlanChange(what: .overnight, step: $0, was: nil, at: $0.at, children: $0.children)
    }
    return changes.sorted { ($0.at ?? $0.was ?? .distantPast) < ($1.at ?? $1.was ?? .distantPast) }
  }

  private static func gone(_ old: PlannedStep, act: Act?, isSoft: Bool) -> PlanChange {
    let what: What
    switch act?.command {
    case .ranLate: what = .late
    case .some: what = .skipped
    case nil: what = isSoft ? .soft : .overnight
    }
    return PlanChange(what: what, step: old, was: old.at, at: nil, children: old.children, by: act?.by)
  }
}

extension Command {
  fileprivate func drops(_ step: StepID) -> Bool {
    switch self {
    case .skip(let id): id == step
    case .ranLate(_, _, let dropped, _): dropped.contains(step)
    default: false
    }
  }

  fileprivate func moves(_ step: StepID) -> Bool {
    switch self {
    case .delay(let id, _): id == step
    case .swapped(let first, let second, _): first == step || second == step
    case .ranLate(_, _, _, let moved): moved.contains { $0.step == step }
    default: false
    }
  }

  fileprivate var moveKind: PlanChange.What {
    switch self {
    case .swapped: .swapped
    case .ranLate: .late
    default: .moved
    }
  }

  fileprivate func partner(of step: StepID) -> StepID? {
    guard case .swapped(let first, let second, _) = self else { return nil }
    return first == step ? second : first
  }
}
