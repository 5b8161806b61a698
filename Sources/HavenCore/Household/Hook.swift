/// `[[hook]]`: a command of the family's own that hears what happens: a lamp, a voice, a phone.
public struct Hook: Sendable, Equatable {
  /// What it hears of.
  public var occasions: [Occasion] = []
  /// The program and its words. No shell reads them.
  public var run: [String] = []
  /// Seconds that it may take.
  public var timeout = 10
  /// How much of what a screen says goes along.
  public var text = Text.none
  /// Only what is about one of these children; nil for everything.
  public var children: [ChildID]?
  /// Only what goes to one of these carers, or is done by one; nil for everybody. What is a carer's own reaches a hook
  /// only where it names them.
  public var carers: [CarerID]?

  public init() {}

  /// The program's name, without its folder.
  public var name: String { run.first?.split(separator: "/").last.map(String.init) ?? "" }

  public enum Text: String, Sendable, CaseIterable { case none, generic, `public`, full }

  /// The kinds of line by their names in a config, and what else can happen.
  public enum Occasion: String, Sendable, CaseIterable {
    case cue
    case catchUp = "catch-up"
    case moved, fuel, nudge, appointment, promise, respite, tell, marked, digest, review, swap
    /// A cue or a line is in a new state: shown, acknowledged, snoozed, held.
    case state
    /// A person did something.
    case act
    /// The day changed.
    case plan
    /// A new config runs.
    case config
  }
}

extension Hook.Occasion {
  public init(_ announcement: Announcement) {
    switch announcement {
    case .line(let line): self.init(line.kind)
    case .state: self = .state
    case .act: self = .act
    case .planChanged: self = .plan
    case .configured: self = .config
    }
  }

  private init(_ kind: Line.Kind) {
    switch kind {
    case .cue: self = .cue
    case .catchUp: self = .catchUp
    case .moved: self = .moved
    case .fuel: self = .fuel
    case .nudge: self = .nudge
    case .appointment: self = .appointment
    case .promise: self = .promise
    case .respite: self = .respite
    case .tell: self = .tell
    case .marked: self = .marked
    case .digest: self = .digest
    case .review: self = .review
    case .swap: self = .swap
    }
  }
}

extension Hook {
  /// Whether it hears of this.
  ///
  /// - Parameter owner: whose own it is; nil for what is the household's.
  public func hears(_ announcement: Announcement, of owner: CarerID?) -> Bool {
    guard occasions.contains(Occasion(announcement)) else { return false }
    if let owner, carers?.contains(owner) != true { return false }
    if let carers, let carer = announcement.carer, !carers.contains(carer) { return false }
    guard let children, let theirs = announcement.children else { return true }
    return theirs.contains(where: children.contains)
  }

  /// The level of the words that go along with a line of this level; nil for none.
  public func level(of line: Line) -> TextLevel? {
    guard let most = TextLevel(rawValue: text.rawValue) else { return nil }
    let levels = TextLevel.allCases
    return levels.first { $0 == most || $0 == line.level }
  }
}

extension Announcement {
  /// To whom it goes, or who did it; nil for what is the day's.
  fileprivate var carer: CarerID? {
    switch self {
    case .line(let line): line.to
    case .state(let entry): entry.to
    case .act(let act): act.by
    case .planChanged, .configured: nil
    }
  }

  /// Whom it is about; nil for what is about no child at all.
  fileprivate var children: [ChildID]? {
    switch self {
    case .line(let line):
      switch line.subject {
      case .fuel(let children, movementToo: _): children
      case .tell(let child, _): [child]
      default: line.items.isEmpty ? nil : line.items.map(\.id.child)
      }
    case .state(let entry): CueID(entry.id).map { [$0.child] }
    case .act, .planChanged, .configured: nil
    }
  }
}
