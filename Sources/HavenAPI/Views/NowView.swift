import HavenCore

/// `havenctl now --json`: how things stand for one carer, at one glance.
public struct NowView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "now"
  public var at: Stamp
  public var zone: String
  /// The kind of day.
  public var day: String
  /// Who asks.
  public var carer: CarerID
  /// Every child who has a step or is away overnight, in the order written.
  public var children: [Child]
  /// The next step of anybody, today or tomorrow.
  public var nextStep: NextStep?
  /// The next rung that this carer will be shown.
  public var nextCue: NextCue?
  /// The rung last shown to this carer that can still come back; left out where there is none.
  public var latestCue: LatestCue?
  /// First choice for what comes now; nil where nobody is on duty.
  @ExplicitNull public var duty: Carer?
  /// Why this carer is shown nothing just now: `quiet`, `hush`, `unsafe`, `tagged-out`, `off-duty`.
  public var silence: Silence?
  /// `ordinary` where the children differ.
  public var mode: Mode
  /// Those who are not in an ordinary mode.
  public var modes: [ChildMode] = []
  /// Those whose food or water clock is past 105 minutes.
  public var fuel: [Fuel] = []
  /// Open promises due today.
  public var promisesDue = 0
  /// This carer's goal whose window is open.
  public var window: Window?
  /// What only this carer is told ahead of today; left out where there is nothing.
  public var headsUp: [HeadsUpView]?
  /// Cues that wait until they can be said.
  public var held: [Held] = []
  /// Why nothing at all can be shown just now; nil while all is well.
  public var screen: ScreenHold?
  /// Changes of the last half hour that nothing was said about.
  public var passed: [Passed] = []
  /// A soft day, or a way back from one, for this carer to say yes or no to.
  public var offer: OfferView?
  /// Steps that were moved and now run into the next, with what would put it right.
  public var late: [LateView] = []
  /// One small thing, where there is a moment for it.
  public var small: SmallThing?
  /// Worksheets to look at again today; nil for none.
  public var worksheetsDue: Int?
  /// This carer's questions, where an appointment of theirs is within a day.
  public var questionsKept: Int?
  /// Dates until a day that can be heavy for somebody: 0 on that day, and on those of its heads-up. Never whose, or why.
  public var gently: Int?
  /// What a person should do first, such as writing a config; nil where all is well.
  public var hint: String?

  public init(
    at: Stamp, zone: String, day: String, carer: CarerID, children: [Child] = [], nextStep: NextStep? = nil,
    nextCue: NextCue? = nil, duty: Carer? = nil, mode: Mode = .ordinary
  ) {
    self.at = at
    self.zone = zone
    self.day = day
    self.carer = carer
    self.children = children
    self.nextStep = nextStep
    self.nextCue = nextCue
    self.duty = duty
    self.mode = mode
  }

  public init(from decoder: any Decoder) throws {
    let field = try PlainFields(decoder)
    version = try field(CodingKeys.version)
    kind = try field(CodingKeys.kind)
    at = try field(CodingKeys.at)
    zone = try field(CodingKeys.zone)
    day = try field(CodingKeys.day)
    carer = try field(CodingKeys.carer)
    children = try field(CodingKeys.children)
    nextStep = try field.ifThere(CodingKeys.nextStep)
    nextCue = try field.ifThere(CodingKeys.nextCue)
    latestCue = try field.ifThere(CodingKeys.latestCue)
    duty = try field.ifThere(CodingKeys.duty)
    silence = try field.ifThere(CodingKeys.silence)
    mode = try field(CodingKeys.mode)
    modes = try field(CodingKeys.modes)
    fuel = try field(CodingKeys.fuel)
    promisesDue = try field(CodingKeys.promisesDue)
    window = try field.ifThere(CodingKeys.window)
    headsUp = try field.ifThere(CodingKeys.headsUp)
    held = try field(CodingKeys.held)
    screen = try field.ifThere(CodingKeys.screen)
    passed = try field(CodingKeys.passed)
    offer = try field.ifThere(CodingKeys.offer)
    late = try field(CodingKeys.late)
    small = try field.ifThere(CodingKeys.small)
    worksheetsDue = try field.ifThere(CodingKeys.worksheetsDue)
    questionsKept = try field.ifThere(CodingKeys.questionsKept)
    gently = try field.ifThere(CodingKeys.gently)
    hint = try field.ifThere(CodingKeys.hint)
  }

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
      children = try field(CodingKeys.children)
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
  }

  public struct Silence: Sendable, Equatable, Codable {
    public var reason: String
    /// Nil where it ends when somebody says so.
    @ExplicitNull public var until: Stamp?

    public init(reason: String, until: Stamp? = nil) {
      self.reason = reason
      self.until = until
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
