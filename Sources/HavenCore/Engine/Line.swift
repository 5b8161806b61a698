/// One thing said to one carer: what `simulate` prints a line for, and what the desktop shows once words are found.
public struct Line: Sendable, Equatable {
  public var kind: Kind
  public var at: Instant
  public var to: CarerID
  public var level: TextLevel
  /// What it announces; more than one where cues are merged.
  public var items: [Item] = []
  public var subject: Subject = .none
  /// Of a digest: the children to whom something small was offered that day.
  public var nurtured: [ChildID] = []

  public init(kind: Kind, at: Instant, to: CarerID, level: TextLevel, items: [Item] = [], subject: Subject = .none) {
    self.kind = kind
    self.at = at
    self.to = to
    self.level = level
    self.items = items
    self.subject = subject
  }

  public enum Kind: String, Sendable, Codable, CaseIterable {
    case cue
    case catchUp = "catch_up"
    case moved, fuel, nudge, appointment, promise, respite, tell, marked, digest, review, swap
  }

  /// One transition's part of a line, with its own true time left.
  public struct Item: Sendable, Equatable {
    public var id: CueID
    /// Seconds to the change; negative once it has passed.
    public var secondsLeft: Int

    public init(id: CueID, secondsLeft: Int) {
      self.id = id
      self.secondsLeft = secondsLeft
    }
  }

  /// What a line is about, beyond its cues.
  public enum Subject: Sendable, Equatable {
    case none
    case movedTo(Instant)
    case fuel(children: [ChildID], movementToo: Bool)
    case nudge(goal: GoalID, dose: Dose)
    /// `lead` is seconds before it.
    case appointment(goal: GoalID, startsAt: Instant, lead: Int)
    case promise(id: PromiseID, dueAt: Instant, lead: Int)
    case respite(lane: Lane, startsAt: Instant, lead: Int)
    case tell(child: ChildID, startsAt: Instant)
    /// A date with a heads-up, `daysAhead` from now; it is never named.
    case marked(daysAhead: Int)
    case swap(Swap)
    /// Of a digest or a review: a soft day has lasted for days, and is asked about.
    case stillSoft
  }

  public enum Swap: String, Sendable, Equatable, Codable {
    /// "swap, please", to the others.
    case asked
    /// Ninety seconds and no answer.
    case unanswered
    case accepted
    case declined
    /// "back in, or ten more?"
    case over
  }

  /// Whether it tells of this child, alone or among others.
  public func isAbout(_ child: ChildID) -> Bool {
    if items.contains(where: { $0.id.child == child }) || nurtured.contains(child) { return true }
    switch subject {
    case .fuel(let children, _): return children.contains(child)
    case .tell(let told, _): return told == child
    case .promise(let id, _, _): return NameMention(child).occurs(in: id)
    case .respite(let lane, _, _): return lane == .sibling(child)
    case .none, .stillSoft, .movedTo, .nudge, .appointment, .marked, .swap: return false
    }
  }

  /// `normal` for rungs, `low` for care and fuel, never critical: a routine does not pierce do-not-disturb.
  public enum Urgency: String, Sendable { case low, normal }

  public var urgency: Urgency {
    switch kind {
    case .cue, .catchUp, .moved, .swap: .normal
    case .fuel, .nudge, .appointment, .promise, .respite, .tell, .marked, .digest, .review: .low
    }
  }
}

public enum Dose: String, Sendable, Codable { case micro, full }
