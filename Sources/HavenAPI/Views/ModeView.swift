import HavenCore

/// `havenctl mode --json`: who has a soft day, since when, until when, and what it changes today.
public struct ModeView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "mode"
  public var at: Stamp
  /// `ordinary` where the children differ.
  public var mode: Mode
  /// Those who are not in an ordinary mode.
  public var modes: [Soft]
  /// What left today for it, and what is for fewer children.
  public var left: [DayView.Change]
  /// What the asker may be offered: a soft day, or a way back from one.
  public var offer: OfferView?

  public init(at: Stamp, mode: Mode, modes: [Soft] = [], left: [DayView.Change] = [], offer: OfferView? = nil) {
    self.at = at
    self.mode = mode
    self.modes = modes
    self.left = left
    self.offer = offer
  }

  /// One child's soft day.
  public struct Soft: Sendable, Equatable, Codable {
    public var child: ChildID
    public var mode: Mode
    public var since: Stamp
    /// Nil where it ends when somebody says so.
    @ExplicitNull public var until: Stamp?
    /// The age that ladders and words go by; nil where none is set.
    @ExplicitNull public var age: Int?
    /// Minutes between offers; nil where the child's clock is off.
    @ExplicitNull public var food: Int?
    @ExplicitNull public var water: Int?
    /// Small doses of nurture to aim for.
    public var nurture: Int
    /// Names of what is still held for this child.
    public var boundaries: [String]

    public init(
      child: ChildID, mode: Mode, since: Stamp, until: Stamp?, age: Int?, food: Int?, water: Int?, nurture: Int,
      boundaries: [String]
    ) {
      self.child = child
      self.mode = mode
      self.since = since
      self.until = until
      self.age = age
      self.food = food
      self.water = water
      self.nurture = nurture
      self.boundaries = boundaries
    }
  }
}

/// Something a carer may say yes or no to; nothing happens of itself.
public struct OfferView: Sendable, Equatable, Codable {
  public var what: Offer.What
  /// Whom it is about; empty for every child.
  public var children: [ChildID]
  /// Of `still-right`: since when.
  public var since: Stamp?
  /// What to type.
  public var yes: String
  public var no: String

  public init(what: Offer.What, children: [ChildID], since: Stamp? = nil, yes: String, no: String) {
    self.what = what
    self.children = children
    self.since = since
    self.yes = yes
    self.no = no
  }

  public init(_ offer: Offer, in zone: Zone) {
    func typed(_ command: Command) -> String { (["havenctl"] + command.words(in: zone)).joined(separator: " ") }
    self.init(
      what: offer.what, children: offer.children, since: offer.since.map { Stamp($0, in: zone) },
      yes: typed(offer.yes), no: typed(offer.no))
  }
}

extension Engine {
  /// Who has a soft day, and what it changes, as a carer is told of it.
  public mutating func modeView(for carer: CarerID, at now: Instant) -> ModeView {
    let zone = zone
    let modes = household.children.compactMap { child in
      modeSpan(of: child.id, at: now).map { soft(child, $0, at: now) }
    }
    let kinds = Set(modes.map(\.mode))
    return ModeView(
      at: Stamp(now, in: zone),
      mode: modes.count == household.children.count && kinds.count == 1 ? modes[0].mode : .ordinary, modes: modes,
      left: modes.isEmpty ? [] : changeViews(on: zone.date(at: now)).filter { $0.what == .soft || $0.what == .fewer },
      offer: offer(to: carer, at: now).map { OfferView($0, in: zone) })
  }

  private func soft(_ child: HavenCore.Child, _ span: Facts.ModeSpan, at now: Instant) -> ModeView.Soft {
    let fuel = fuelMinutes(of: child.id, at: now)
    return ModeView.Soft(
      child: child.id, mode: span.mode, since: Stamp(span.start, in: zone),
      until: span.end < .distantFuture ? Stamp(span.end, in: zone) : nil, age: workingAge(of: child.id, at: now),
      food: fuel?.food, water: fuel?.water, nurture: nurtureAim(of: child.id, at: now),
      boundaries: boundaries(for: child.id, at: now).map(\.name))
  }
}
