import HavenCore

/// What a status bar may show: what is next, in the words that any screen of this household may carry just now.
///
/// A bar is a screen that strangers see. So the daemon leaves out what its level does not allow, and no program that
/// draws a bar has to know the rules.
public struct BarView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "bar"
  public var at: Stamp
  public var carer: CarerID
  /// `generic` has no words and no aliases; `full` says no more on a bar than `public`.
  public var level: TextLevel
  /// The next step of anybody, today or tomorrow; nil where there is none, and while everything is off.
  public var next: Next?
  /// Somebody has a soft day.
  public var soft: Bool
  /// Why this carer is shown nothing just now: `quiet`, `hush`, `unsafe`, `tagged-out`, `off-duty`.
  public var silence: String?
  /// Cues that wait until they can be said.
  public var held: Int
  /// Why nothing at all can be shown just now; nil while all is well.
  public var screen: String?
  /// When it is worth asking again, though nothing was announced.
  public var changesAt: Stamp

  public init(at: Stamp, carer: CarerID, level: TextLevel, next: Next? = nil, changesAt: Stamp) {
    self.at = at
    self.carer = carer
    self.level = level
    self.next = next
    soft = false
    held = 0
    self.changesAt = changesAt
  }

  public struct Next: Sendable, Equatable, Codable {
    public var at: Stamp
    /// The step's words; left out where the level is `generic`.
    public var name: String?
    /// Aliases; none where the level is `generic`.
    public var children: [ChildID]
    /// False where a child under six, or one with a soft day, reads along: the time that is left is then no number.
    public var minutes: Bool

    public init(at: Stamp, name: String? = nil, children: [ChildID] = [], minutes: Bool = true) {
      self.at = at
      self.name = name
      self.children = children
      self.minutes = minutes
    }
  }
}
