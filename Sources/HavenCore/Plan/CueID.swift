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
  public var description: String { "\(date)/\(step)/\(child)/\(rung)" }

  /// Nil for anything but four parts, the first a date.
  public init?(_ text: some StringProtocol) {
    // Thousands are read at every start.
    let slash = UInt8(ascii: "/")
    var parts: [Substring] = []
    parts.reserveCapacity(4)
    var rest = Substring(text)
    while let cut = rest.utf8.firstIndex(of: slash) {
      guard cut > rest.startIndex, parts.count < 3 else { return nil }
      parts.append(rest[..<cut])
      rest = rest[rest.utf8.index(after: cut)...]
    }
    guard parts.count == 3, !rest.isEmpty, let date = CivilDate(parts[0]) else { return nil }
    self.init(TransitionID(date: date, step: String(parts[1]), child: String(parts[2])), rung: String(rest))
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
