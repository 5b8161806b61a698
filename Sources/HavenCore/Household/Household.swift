/// Everything a family has written down: who they are, what their days are made of, what they hold to.
///
/// Made by HavenConfig from TOML, already checked: every id that is named exists, every time is a time.
/// A `Household` never changes; a reload makes a new one.
public struct Household: Sendable, Equatable {
  public var settings = Settings()
  /// At least one, in the order written. With no `[[carer]]` there is one, id `me`.
  public var carers: [Carer] = [Carer(id: "me", name: "me")]
  public var children: [Child] = []
  public var calendars: [Calendar] = []
  /// Tried in this order; the first that matches a date names it.
  public var dayKinds: [DayKind] = []
  public var routines: [Routine] = []
  public var ladders: [LadderID: [Rung]] = [:]
  public var boundaries: [Boundary] = []
  public var goals: [Goal] = []
  public var respite: [RespiteLane] = []
  public var markedDates: [MarkedDate] = []
  public var supports: [Support] = []
  public var safetyPlans: [SafetyPlan] = []
  public var modeTuning: [Mode: ModeTuning] = [:]
  public var cards: [Card] = []
  public var hooks: [Hook] = []
  public var readings: [Reading] = []

  public init() {}

  public func carer(_ id: CarerID) -> Carer? { carers.first { $0.id == id } }
  public func child(_ id: ChildID) -> Child? { children.first { $0.id == id } }
}

/// `[household]`
public struct Settings: Sendable, Equatable {
  /// IANA name; nil for the system's zone.
  public var timezone: String?
  public var text: TextLevel = .public
  /// What is said while the screen is locked.
  public var whenLocked = WhenLocked.generic
  /// Windows in which every text is generic, such as while a visitor can see the screen.
  public var genericWhen: [Window] = []
  /// When the evening's one quiet line is said, on the household's wall clock.
  public var digest = TimeOfDay(hour: 20, minute: 30)!  // a time of day
  /// ISO 3166-1 alpha-2, for `help-now`; nil when not set.
  public var country: String?
  /// How long the details of hard moments are kept before they become weekly counts, in seconds; nil for ever.
  public var retention: Int? = 90 * 86_400
  /// A sound name of the desktop's sound theme; nil for silence.
  public var sound: String?
  /// False where carers share a login: `full` text then counts as `public`.
  public var isPrivate = true

  public init() {}
}

/// How much a notification may say. `generic` < `public` < `full`.
public enum TextLevel: String, Sendable, Codable, CaseIterable {
  /// "Next step in 10": safe in front of anybody.
  case generic
  /// Step words and animal names.
  case `public`
  /// The script line too, on a private session.
  case full
}

/// What a locked screen shows.
public enum WhenLocked: String, Sendable, CaseIterable {
  /// What is due, in words that say nothing of anybody.
  case generic
  /// Nothing; what was due is caught up when it is unlocked.
  case nothing
}

/// `[[carer]]`
public struct Carer: Sendable, Equatable {
  public var id: CarerID
  public var name: String
  /// The login this carer uses; nil for any.
  public var login: String?
  /// Nothing is shown in these, without exception.
  public var quiet: [Window] = [.everyNight]
  /// Not on duty.
  public var away: [AwayTime] = []
  public var asleep: [Window] = []

  public init(id: CarerID, name: String) {
    self.id = id
    self.name = name
  }
}

/// One entry of a carer's `away`: a repeating window, or one span of the calendar.
public enum AwayTime: Sendable, Equatable {
  case window(Window)
  case span(Span)
}

/// `[[child]]`
public struct Child: Sendable, Equatable {
  public var id: ChildID
  /// The age, in years, that the carer judges the child to be running at; nil when not set.
  public var workingAge: Int?
  /// In order of preference.
  public var keyCarers: [CarerID] = []
  public var style: Style = .plain
  public var praise: Praise = .quiet
  /// Preset or own ladder for those of this child's steps that are transitions.
  public var ladder: LadderChoice?
  /// Words that no generated text may use about this child.
  public var avoid: [String] = []
  /// What helps, best first.
  public var helps: [String] = []
  /// Minutes between offers of food and drink; nil where the clock is off.
  public var fuel: Int? = 120
  /// Small doses of nurture a day to aim for.
  public var nurture = 4

  public init(id: ChildID) { self.id = id }

  public enum Style: String, Sendable, CaseIterable { case plain, playful, curious, declarative }
  public enum Praise: String, Sendable, CaseIterable { case quiet, written, none }
}

/// `[[boundary]]`: what we hold, and how we say it.
public struct Boundary: Sendable, Equatable {
  public var name: String
  /// The feeling half of the script; nil where the family has not written it.
  public var feeling: String?
  public var limit: String
  /// Nil for all children.
  public var who: [ChildID]?
  /// Keeps somebody safe: it is held on soft days too.
  public var isSafety: Bool

  public init(name: String, feeling: String?, limit: String, who: [ChildID]? = nil, isSafety: Bool = false) {
    self.name = name
    self.feeling = feeling
    self.limit = limit
    self.who = who
    self.isSafety = isSafety
  }
}

/// `[[marked-date]]`: a date that can be heavy. Carers hear it ahead; no screen ever names it.
public struct MarkedDate: Sendable, Equatable {
  public var date: CivilDate
  public var child: ChildID?
  /// Days before.
  public var headsUp = [14, 3]

  public init(date: CivilDate, child: ChildID? = nil, headsUp: [Int] = [14, 3]) {
    self.date = date
    self.child = child
    self.headsUp = headsUp
  }
}

/// `[[support]]`
public struct Support: Sendable, Equatable {
  public var name: String
  public var kind: Kind
  public var how: String?
  /// What for.
  public var purpose: String?

  public init(name: String, kind: Kind, how: String? = nil, purpose: String? = nil) {
    self.name = name
    self.kind = kind
    self.how = how
    self.purpose = purpose
  }

  public enum Kind: String, Sendable, CaseIterable { case peer, friend, family, counsellor, professional, practical }
}

/// `[[plan]]`: what `safe`, `night` and a tag-out print.
public struct SafetyPlan: Sendable, Equatable {
  public var name: String
  public var children: [ChildID]
  public var actions: [String]

  public init(name: String, children: [ChildID], actions: [String]) {
    self.name = name
    self.children = children
    self.actions = actions
  }
}

/// `[[card]]`: the family's own quick card, at most 140 characters.
public struct Card: Sendable, Equatable {
  public var topic: String
  public var text: String
  /// Other words that find it, such as those of the family's own language.
  public var words: [String]

  public init(topic: String, text: String, words: [String] = []) {
    self.topic = topic
    self.text = text
    self.words = words
  }
}

/// How a day is held: everything as written, or smaller.
public enum Mode: String, Sendable, Codable, CaseIterable {
  case ordinary
  case lowDemand = "low-demand"
  case regression
  case sick
}

/// `[mode.NAME]`: a family's changes to the built-in table. Nil keeps what is built in.
public struct ModeTuning: Sendable, Equatable {
  /// Minutes, for the food and the water clock.
  public var fuel: Int?
  public var nurture: Int?
  /// Days after which Haven asks whether the mode still fits.
  public var maxDays: Int?

  public init(fuel: Int? = nil, nurture: Int? = nil, maxDays: Int? = nil) {
    self.fuel = fuel
    self.nurture = nurture
    self.maxDays = maxDays
  }
}
