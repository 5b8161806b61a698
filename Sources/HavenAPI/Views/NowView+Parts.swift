import HavenCore

/// What the answer to `now` is made of.
extension NowView {
  public struct Carer: Sendable, Equatable, Codable {
    public var id: CarerID
    public var name: String

    public init(id: CarerID, name: String) {
      self.id = id
      self.name = name
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      id = try field(CodingKeys.id)
      name = try field(CodingKeys.name)
    }
  }

  /// One child's current step.
  public struct Child: Sendable, Equatable, Codable {
    public var child: ChildID
    /// Nil before the first step of the day, and away overnight.
    @ExplicitNull public var step: StepID?
    @ExplicitNull public var name: String?
    public var since: Stamp?
    /// When it ends, or a night away; nil where that is not known.
    @ExplicitNull public var until: Stamp?
    @ExplicitNull public var secondsLeft: Int?
    public var state: State
    /// The child's next step of today; left out where there is none.
    public var next: ChildNext?

    /// What keeps a child's rungs from being said, besides nothing.
    public enum State: String, Sendable, Codable, CaseIterable {
      case here, asleep, away, retreat

      /// For the shell; nil where there is nothing to say.
      public var words: String? {
        switch self {
        case .here: nil
        case .asleep: "asleep"
        case .away: "away"
        case .retreat: "in the quiet place"
        }
      }
    }

    public init(
      child: ChildID, step: StepID? = nil, name: String? = nil, since: Stamp? = nil, until: Stamp? = nil,
      secondsLeft: Int? = nil, state: State = .here, next: ChildNext? = nil
    ) {
      self.child = child
      self.step = step
      self.name = name
      self.since = since
      self.until = until
      self.secondsLeft = secondsLeft
      self.state = state
      self.next = next
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      child = try field(CodingKeys.child)
      step = try field.ifThere(CodingKeys.step)
      name = try field.ifThere(CodingKeys.name)
      since = try field.ifThere(CodingKeys.since)
      until = try field.ifThere(CodingKeys.until)
      secondsLeft = try field.ifThere(CodingKeys.secondsLeft)
      state = try field(CodingKeys.state)
      next = try field.ifThere(CodingKeys.next)
    }
  }

  /// What comes next for one child.
  public struct ChildNext: Sendable, Equatable, Codable {
    public var at: Stamp
    public var step: StepID
    public var name: String
    public var secondsLeft: Int

    public init(at: Stamp, step: StepID, name: String, secondsLeft: Int) {
      self.at = at
      self.step = step
      self.name = name
      self.secondsLeft = secondsLeft
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      at = try field(CodingKeys.at)
      step = try field(CodingKeys.step)
      name = try field(CodingKeys.name)
      secondsLeft = try field(CodingKeys.secondsLeft)
    }
  }

  /// kind: `card`, `tea`, `dose`.
  public struct SmallThing: Sendable, Equatable, Codable {
    public var kind: String
    /// A card's topic.
    public var topic: String?
    /// Whom a dose is for, and what it is.
    public var child: ChildID?
    public var text: String?
    /// Of a card and of tea: when it ends.
    public var until: Stamp?

    public init(
      kind: String, topic: String? = nil, child: ChildID? = nil, text: String? = nil, until: Stamp? = nil
    ) {
      self.kind = kind
      self.topic = topic
      self.child = child
      self.text = text
      self.until = until
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      kind = try field(CodingKeys.kind)
      topic = try field.ifThere(CodingKeys.topic)
      child = try field.ifThere(CodingKeys.child)
      text = try field.ifThere(CodingKeys.text)
      until = try field.ifThere(CodingKeys.until)
    }
  }

  public struct NextStep: Sendable, Equatable, Codable {
    public var at: Stamp
    public var step: StepID
    public var name: String
    public var children: [ChildID]
    public var secondsLeft: Int

    public init(at: Stamp, step: StepID, name: String, children: [ChildID], secondsLeft: Int) {
      self.at = at
      self.step = step
      self.name = name
      self.children = children
      self.secondsLeft = secondsLeft
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      at = try field(CodingKeys.at)
      step = try field(CodingKeys.step)
      name = try field(CodingKeys.name)
      children = try field.list(CodingKeys.children)
      secondsLeft = try field(CodingKeys.secondsLeft)
    }
  }

  public struct NextCue: Sendable, Equatable, Codable {
    public var at: Stamp
    public var id: CueID
    /// The step's words.
    public var name: String
    /// Until it is said.
    public var secondsLeft: Int

    public init(at: Stamp, id: CueID, name: String, secondsLeft: Int) {
      self.at = at
      self.id = id
      self.name = name
      self.secondsLeft = secondsLeft
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      at = try field(CodingKeys.at)
      id = try field(CodingKeys.id)
      name = try field(CodingKeys.name)
      secondsLeft = try field(CodingKeys.secondsLeft)
    }
  }

  /// What was shown and not answered, of a change that is still to come or not two minutes past.
  public struct LatestCue: Sendable, Equatable, Codable {
    /// Of the change.
    public var at: Stamp
    public var id: CueID
    /// The step's words.
    public var name: String

    public init(at: Stamp, id: CueID, name: String) {
      self.at = at
      self.id = id
      self.name = name
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      at = try field(CodingKeys.at)
      id = try field(CodingKeys.id)
      name = try field(CodingKeys.name)
    }
  }

  public struct Silence: Sendable, Equatable, Codable {
    public var reason: String
    /// Nil where it ends when somebody says so.
    @ExplicitNull public var until: Stamp?

    public init(reason: String, until: Stamp? = nil) {
      self.reason = reason
      self.until = until
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      reason = try field(CodingKeys.reason)
      until = try field.ifThere(CodingKeys.until)
    }
  }

  public struct ChildMode: Sendable, Equatable, Codable {
    public var child: ChildID
    public var mode: Mode
    @ExplicitNull public var until: Stamp?

    public init(child: ChildID, mode: Mode, until: Stamp? = nil) {
      self.child = child
      self.mode = mode
      self.until = until
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      child = try field(CodingKeys.child)
      mode = try field(CodingKeys.mode)
      until = try field.ifThere(CodingKeys.until)
    }
  }

  /// Seconds since each; nil for a clock that has not begun today.
  public struct Fuel: Sendable, Equatable, Codable {
    public var child: ChildID
    @ExplicitNull public var food: Int?
    @ExplicitNull public var water: Int?

    public init(child: ChildID, food: Int?, water: Int?) {
      self.child = child
      self.food = food
      self.water = water
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      child = try field(CodingKeys.child)
      food = try field.ifThere(CodingKeys.food)
      water = try field.ifThere(CodingKeys.water)
    }
  }

  public struct Window: Sendable, Equatable, Codable {
    public var goal: GoalID
    public var name: String
    public var until: Stamp

    public init(goal: GoalID, name: String, until: Stamp) {
      self.goal = goal
      self.name = name
      self.until = until
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      goal = try field(CodingKeys.goal)
      name = try field(CodingKeys.name)
      until = try field(CodingKeys.until)
    }
  }

  public struct Held: Sendable, Equatable, Codable {
    public var id: CueID
    public var name: String
    /// Of the change.
    public var at: Stamp
    public var reason: String
    /// When it began to wait.
    public var since: Stamp?

    public init(id: CueID, name: String, at: Stamp, reason: String, since: Stamp? = nil) {
      self.id = id
      self.name = name
      self.at = at
      self.reason = reason
      self.since = since
    }
  }

  public struct Passed: Sendable, Equatable, Codable {
    public var step: StepID
    public var name: String
    public var child: ChildID
    public var at: Stamp
    public var secondsAgo: Int

    public init(step: StepID, name: String, child: ChildID, at: Stamp, secondsAgo: Int) {
      self.step = step
      self.name = name
      self.child = child
      self.at = at
      self.secondsAgo = secondsAgo
    }
  }
}
