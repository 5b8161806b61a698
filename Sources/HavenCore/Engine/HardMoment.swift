/// The ten-second record of a hard moment.
///
/// Everything but the child is for the carers' own memory; what Haven does about it depends on when it was over alone.
/// Fields that came later are optional, so that what an older Haven wrote can be read.
public struct HardMoment: Sendable, Equatable, Codable {
  /// Nil for all children.
  public var child: String?
  /// 1 wobble, 2 hard, 3 unsafe.
  public var size: Int
  /// Minutes to settle; nil where not said.
  public var settle: Int?
  public var tags: [String]
  public var helped: [String]
  /// When it began, where that was not just when it was recorded.
  public var at: Instant?
  /// The transition it belongs to, by its step: the engine's to say, when it is recorded.
  public var step: StepID?
  /// Neutral words; never on a command line, a desktop or a log.
  public var note: String?

  public init(
    child: String? = nil, size: Int = 2, settle: Int? = nil, tags: [String] = [], helped: [String] = [],
    at: Instant? = nil, step: StepID? = nil, note: String? = nil
  ) {
    self.child = child
    self.size = size
    self.settle = settle
    self.tags = tags
    self.helped = helped
    self.at = at
    self.step = step
    self.note = note
  }
}

/// What is changed in a hard moment: everything that is not nil takes the place of what was there.
///
/// The ledger keeps an edit without it: the record itself is written anew, and what it said before is gone.
public struct HardEdit: Sendable, Equatable, Codable {
  public var child: String?
  public var size: Int?
  public var settle: Int?
  public var tags: [String]?
  public var helped: [String]?
  public var at: Instant?
  /// Empty for none.
  public var note: String?

  public init(
    child: String? = nil, size: Int? = nil, settle: Int? = nil, tags: [String]? = nil, helped: [String]? = nil,
    at: Instant? = nil, note: String? = nil
  ) {
    self.child = child
    self.size = size
    self.settle = settle
    self.tags = tags
    self.helped = helped
    self.at = at
    self.note = note
  }

  public var isEmpty: Bool { self == HardEdit() }

  func applied(to moment: HardMoment) -> HardMoment {
    HardMoment(
      child: child ?? moment.child, size: size ?? moment.size, settle: settle ?? moment.settle,
      tags: tags ?? moment.tags, helped: helped ?? moment.helped, at: at ?? moment.at, step: moment.step,
      note: note.map { $0.isEmpty ? nil : $0 } ?? moment.note)
  }
}
