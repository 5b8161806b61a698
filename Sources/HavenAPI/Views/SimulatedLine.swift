import HavenCore

/// One line that `havenctl simulate` prints: what one carer would be shown at one instant.
public struct SimulatedLine: Sendable, Equatable, Codable {
  public var version = 1
  public var kind: Line.Kind
  public var at: Stamp
  public var to: CarerID
  public var level: TextLevel
  public var urgency: String
  public var title: String
  public var body: String
  /// The cues it announces; left out where it announces none.
  public var items: [Item]?

  // What it is about, each left out where it is about something else.
  public var movedTo: Stamp?
  /// Of a fuel line; and of `tell`, the one child.
  public var children: [ChildID]?
  public var goal: GoalID?
  public var dose: Dose?
  public var promise: PromiseID?
  public var lane: String?
  /// Of an appointment, a promise or a respite: seconds before it.
  public var lead: Int?
  /// When what it announces begins, or is due.
  public var startsAt: Stamp?
  /// Of a marked date: how many dates ahead.
  public var daysAhead: Int?
  public var swap: Line.Swap?

  public struct Item: Sendable, Equatable, Codable {
    public var id: CueID
    public var step: StepID
    public var child: ChildID
    public var rung: String
    /// To the change; negative once it has passed.
    public var secondsLeft: Int

    public init(id: CueID, secondsLeft: Int) {
      self.id = id
      step = id.step
      child = id.child
      rung = id.rung
      self.secondsLeft = secondsLeft
    }
  }

  public init(_ line: Line, title: String, body: String, zone: Zone) {
    kind = line.kind
    at = Stamp(line.at, in: zone)
    to = line.to
    level = line.level
    urgency = line.urgency.rawValue
    self.title = title
    self.body = body
    items = line.items.isEmpty ? nil : line.items.map { Item(id: $0.id, secondsLeft: $0.secondsLeft) }
    switch line.subject {
    case .none, .stillSoft: break
    case .movedTo(let instant): movedTo = Stamp(instant, in: zone)
    case .fuel(let children, movementToo: _): self.children = children
    case .nudge(let goal, let dose): (self.goal, self.dose) = (goal, dose)
    case .appointment(let goal, let at, let lead):
      (self.goal, startsAt, self.lead) = (goal, Stamp(at, in: zone), lead)
    case .promise(let id, let at, let lead): (promise, startsAt, self.lead) = (id, Stamp(at, in: zone), lead)
    case .respite(let lane, let at, let lead):
      (self.lane, startsAt, self.lead) = (lane.description, Stamp(at, in: zone), lead)
    case .tell(let child, let at): (children, startsAt) = ([child], Stamp(at, in: zone))
    case .marked(let daysAhead): self.daysAhead = daysAhead
    case .swap(let swap): self.swap = swap
    }
  }
}
