/// One child's change into one step on one date.
public struct TransitionID: Hashable, Sendable {
  public var date: CivilDate
  public var step: StepID
  public var child: ChildID

  public init(date: CivilDate, step: StepID, child: ChildID) {
    self.date = date
    self.step = step
    self.child = child
  }
}

extension TransitionID: CustomStringConvertible {
  /// `2026-03-10/tablet-ends/otter`.
  public var description: String { "\(date)/\(step)/\(child)" }
}

/// A cue's lasting identity: a rung of a transition, as planned (RFC 5545's RECURRENCE-ID with its alarm).
///
/// It is stable across restarts, reloads, delays and clock changes, and is announced at most once; only a snooze,
/// or the catch-up after a crash between claim and show, may announce it a second time.
public struct CueID: Hashable, Sendable {
  public var transition: TransitionID
  /// The rung as written (`P20`, `10`, `L2`, `0`), or `moved`.
  public var rung: String

  public init(_ transition: TransitionID, rung: String) {
    self.transition = transition
    self.rung = rung
  }

  public var date: CivilDate { transition.date }
  public var step: StepID { transition.step }
  public var child: ChildID { transition.child }

  /// The rung of the one line that tells of a delay.
  public static let moved = "moved"
}

extension CueID: CustomStringConvertible {
  /// `2026-03-10/tablet-ends/otter/L2`.
  public var description: String { "\(transition)/\(rung)" }

  /// Nil for anything but four parts, the first a date.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, let date = CivilDate(parts[0]), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let transition = TransitionID(date: date, step: String(parts[1]), child: String(parts[2]))
    self.init(transition, rung: String(parts[3]))
  }
}

extension CueID: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = CueID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a cue id")
    }
    self = id
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
