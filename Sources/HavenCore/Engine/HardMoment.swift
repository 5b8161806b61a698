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
