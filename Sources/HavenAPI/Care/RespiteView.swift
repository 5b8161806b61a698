import HavenCore

/// `havenctl respite --json`: what each lane is to have and had, whose turn it is as an offer, and what is booked.
public struct RespiteView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "respite"
  public var at: Stamp
  /// Who asks: how much time off another carer had is left out.
  public var carer: CarerID
  /// The same figures as `review` has.
  public var respite: RespiteFiguresView
  @ExplicitNull public var overnight: OvernightFiguresView?
  /// In the order of the config.
  public var lanes: [Lane]
  public var booked: [Booking]
  /// What was called off in the window; it counts against nobody.
  public var calledOff: [CalledOff]

  public init(
    at: Stamp, carer: CarerID, respite: RespiteFiguresView, overnight: OvernightFiguresView? = nil, lanes: [Lane] = [],
    booked: [Booking] = [], calledOff: [CalledOff] = []
  ) {
    self.at = at
    self.carer = carer
    self.respite = respite
    self.overnight = overnight
    self.lanes = lanes
    self.booked = booked
    self.calledOff = calledOff
  }

  /// Who has the children then, as the config says, and the next of its standing times.
  public struct Lane: Sendable, Equatable, Codable {
    public var lane: String
    public var cover: String?
    public var knownSince: CivilDate?
    public var backup: String?
    /// Within two weeks; left out where none stands.
    public var next: Span?

    public init(_ lane: RespiteLane, next: Span? = nil) {
      self.lane = lane.lane.description
      self.next = next
      cover = lane.cover
      knownSince = lane.knownSince
      backup = lane.backup
    }
  }

  public struct Span: Sendable, Equatable, Codable {
    public var from: Stamp
    public var until: Stamp

    public init(from: Stamp, until: Stamp) {
      self.from = from
      self.until = until
    }
  }

  public struct Booking: Sendable, Equatable, Codable {
    public var lane: String
    public var from: Stamp
    public var until: Stamp
    public var cover: String?
    public var checklist: [Check]

    public init(lane: String, from: Stamp, until: Stamp, cover: String? = nil, checklist: [Check] = []) {
      self.lane = lane
      self.from = from
      self.until = until
      self.cover = cover
      self.checklist = checklist
    }
  }

  /// One thing to see to. `what`: cover, known, approval, confirm, tell, goodbye, care-card, back, landing, soft-day.
  public struct Check: Sendable, Equatable, Codable {
    public var what: What
    /// Left out where it has no time of its own.
    public var at: Stamp?
    /// Of `tell`.
    public var child: ChildID?
    public var carer: CarerID?
    /// Of `back`.
    public var promise: PromiseID?

    public enum What: String, Sendable, Codable, CaseIterable {
      case cover, known, approval, confirm, tell, goodbye
      case careCard = "care-card"
      case back, landing
      case softDay = "soft-day"
    }

    public init(
      _ what: What, at: Stamp? = nil, child: ChildID? = nil, carer: CarerID? = nil, promise: PromiseID? = nil
    ) {
      self.what = what
      self.at = at
      self.child = child
      self.carer = carer
      self.promise = promise
    }
  }

  public struct CalledOff: Sendable, Equatable, Codable {
    public var lane: String
    public var from: CivilDateTime
    /// `us`, `sitter`, `crisis`, `agency`; left out where nobody said.
    public var by: String?

    public init(lane: String, from: CivilDateTime, by: String? = nil) {
      self.lane = lane
      self.from = from
      self.by = by
    }
  }
}

extension RespiteView.Booking {
  /// - Parameters:
  ///   - cover: who has the children then; nil where nobody is written down.
  ///   - isKnown: whether the children are known to know them: a carer of the house, or a date since when.
  public init(_ planned: PlannedRespite, cover: String?, isKnown: Bool, now: Instant, zone: Zone) {
    func stamp(_ instant: Instant) -> Stamp { Stamp(instant, in: zone) }
    let isOvernight = planned.lane == .overnight
    var list: [RespiteView.Check] = []
    if cover == nil { list.append(.init(.cover)) } else if !isKnown { list.append(.init(.known)) }
    if isOvernight { list.append(.init(.approval)) }
    if let confirmAt = planned.confirmAt, now < planned.start { list.append(.init(.confirm, at: stamp(confirmAt))) }
    list += planned.tells.map { .init(.tell, at: $0.at.map(stamp), child: $0.child, carer: $0.carer) }
    if isOvernight { list.append(.init(.careCard)) }
    list.append(.init(.goodbye, at: stamp(planned.start)))
    if let back = planned.back { list.append(.init(.back, at: stamp(back.dueAt), promise: back.id)) }
    if let landing = planned.landingUntil {
      list.append(.init(.landing, at: stamp(landing)))
      list.append(.init(.softDay, at: stamp(zone.startOfDay(zone.date(at: planned.end) + 1))))
    }
    self.init(
      lane: planned.lane.description, from: stamp(planned.start), until: stamp(planned.end), cover: cover,
      checklist: list)
  }
}
