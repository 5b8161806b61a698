/// One warning before a transition: `P20`, `10`, `L2` or `0`.
public struct Rung: Hashable, Sendable {
  public var voice: Voice
  /// Elapsed minutes before the change, 0 to 720.
  public var lead: Int

  public init(_ voice: Voice, lead: Int) {
    self.voice = voice
    self.lead = lead
  }

  public enum Voice: Hashable, Sendable {
    /// `P`: for the carer alone, "go and join in".
    case carer
    /// `n`: say it with n minutes left; `0` is arrival, said by a person.
    case minutes
    /// `L n`: an event phrase, "the last one".
    case last
  }

  /// Everything but `P`.
  public var isChildFacing: Bool { voice != .carer }
  public var isArrival: Bool { voice == .minutes && lead == 0 }

  public static let longestLead = 720

  /// Parses `P20`, `10`, `L2` or `0`; nil for anything else.
  public init?(_ text: String) { self.init(text[...]) }

  public init?(_ text: Substring) {
    var digits = text.utf8
    let voice: Voice
    switch digits.first {
    case UInt8(ascii: "P"): (voice, digits) = (.carer, digits.dropFirst())
    case UInt8(ascii: "L"): (voice, digits) = (.last, digits.dropFirst())
    default: voice = .minutes
    }
    guard digits.count <= 3, let lead = decimal(digits), lead <= Rung.longestLead else { return nil }
    guard String(lead).utf8.count == digits.count, lead > 0 || voice == .minutes else { return nil }
    self.init(voice, lead: lead)
  }
}

extension Rung: CustomStringConvertible {
  /// The text that a config and a cue's id carry.
  public var description: String {
    switch voice {
    case .carer: "P\(lead)"
    case .minutes: "\(lead)"
    case .last: "L\(lead)"
    }
  }
}

/// `ladder`: a named preset, one of the family's own ladders, or rungs written on the spot.
public enum LadderChoice: Sendable, Equatable {
  case preset(LadderPreset)
  case named(LadderID)
  case rungs([Rung])
}

public enum LadderPreset: String, Sendable, CaseIterable {
  case none, event, short, standard, classic, long, runway, info
}
