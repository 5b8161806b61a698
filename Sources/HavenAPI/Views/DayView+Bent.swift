import HavenCore

extension DayView {
  /// One way in which the day differs from how it was written.
  public struct Change: Sendable, Equatable, Codable {
    public var what: PlanChange.What
    public var step: StepID
    public var name: String
    /// Those who are in it; of `soft` and `fewer`, those who are let off.
    public var children: [ChildID]
    /// When it was to be; left out for what was not written.
    public var was: Stamp?
    /// When it is now; left out for what is out of the day.
    public var at: Stamp?
    /// Who said so last; left out where nobody typed it.
    public var by: CarerID?
    /// Of `swapped`, the other step.
    public var with: StepID?

    public init(
      what: PlanChange.What, step: StepID, name: String, children: [ChildID], was: Stamp? = nil, at: Stamp? = nil,
      by: CarerID? = nil, with: StepID? = nil
    ) {
      self.what = what
      self.step = step
      self.name = name
      self.children = children
      self.was = was
      self.at = at
      self.by = by
      self.with = with
    }
  }

  /// Two things of the day that do not fit together.
  public struct Conflict: Sendable, Equatable, Codable {
    /// `carer`: two changes of two children need the same one. `overlap`: a child is in two steps at once.
    public var what: What
    public var at: Stamp
    public var steps: [StepID]
    public var children: [ChildID]
    public var carer: CarerID?
    /// Of an overlap, how long it is.
    public var seconds: Int?

    public enum What: String, Sendable, Codable, CaseIterable { case carer, overlap }

    public init(
      what: What, at: Stamp, steps: [StepID], children: [ChildID], carer: CarerID? = nil, seconds: Int? = nil
    ) {
      self.what = what
      self.at = at
      self.steps = steps
      self.children = children
      self.carer = carer
      self.seconds = seconds
    }
  }
}

/// A step that was moved and now runs into the child's next one, with what would put it right.
public struct LateView: Sendable, Equatable, Codable {
  public var child: ChildID
  public var step: StepID
  /// The step it runs into, its words, and when that is.
  public var next: StepID
  public var name: String
  public var at: Stamp
  /// By how much.
  public var seconds: Int
  /// What to type, best first.
  public var commands: [String]

  public init(
    child: ChildID, step: StepID, next: StepID, name: String, at: Stamp, seconds: Int, commands: [String]
  ) {
    self.child = child
    self.step = step
    self.next = next
    self.name = name
    self.at = at
    self.seconds = seconds
    self.commands = commands
  }
}

extension Engine {
  /// Today's overruns as a person is told of them.
  public mutating func lateViews(at now: Instant) -> [LateView] {
    let steps = plan(for: zone.date(at: now)).steps
    return lateness(at: now).overruns.compactMap { overrun in
      guard let next = steps.first(where: { $0.step.id == overrun.next }) else { return nil }
      return LateView(
        child: overrun.child, step: overrun.step, next: overrun.next, name: next.step.eventLabel ?? next.step.name,
        at: Stamp(next.at, in: zone), seconds: overrun.seconds, commands: overrun.offers.map { "havenctl \($0)" })
    }
  }

  mutating func changeViews(on date: CivilDate) -> [DayView.Change] {
    let zone = zone
    return changes(on: date).map { change in
      DayView.Change(
        what: change.what, step: change.step.step.id, name: change.step.step.name, children: change.children,
        was: change.was.map { Stamp($0, in: zone) }, at: change.at.map { Stamp($0, in: zone) }, by: change.by,
        with: change.with)
    }
  }

  mutating func conflictViews(on date: CivilDate) -> [DayView.Conflict] {
    let zone = zone
    return conflicts(on: date).map { conflict in
      switch conflict {
      case .sameCarer(let carer, let first, let second):
        DayView.Conflict(
          what: .carer, at: Stamp(second.at, in: zone), steps: [first.step, second.step],
          children: [first.child, second.child], carer: carer)
      case .overlap(let child, let first, let second, let at, let seconds):
        DayView.Conflict(
          what: .overlap, at: Stamp(at, in: zone), steps: [first, second], children: [child], seconds: seconds)
      }
    }
  }
}
