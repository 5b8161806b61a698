/// One line of a simulation's script: what a person does, or what happens to the machine, at an instant.
public struct ScriptEntry: Sendable, Equatable {
  /// Of the script, counted from 1, for messages.
  public var line: Int
  /// When it acts: after a gap that ends here, before what is due here.
  public var at: Instant
  public var kind: Kind

  public init(line: Int, at: Instant, kind: Kind) {
    self.line = line
    self.at = at
    self.kind = kind
  }

  public enum Kind: Sendable, Equatable {
    /// A command as it would be typed. `as` is nil where the first carer acts; ids may still be prefixes.
    case command(Command, as: CarerID?)
    /// Takes back the last recorded act of this carer.
    case undo(as: CarerID?)
    /// The same files are read again.
    case reload
    /// The machine sleeps during [from, to); `from` is not before the entry's own instant.
    case suspend(from: Instant, to: Instant)
    /// The daemon does not run during [from, to).
    case off(from: Instant, to: Instant)
    /// The next cue is claimed, Haven dies before showing it, and is back at the same instant.
    case crash
    /// The wall clock is set on (or back, where negative) by so many seconds.
    case clock(seconds: Int)
    /// The system's zone becomes this one; nothing changes where the household sets its own.
    case zone(String)
    case lock
    case unlock
    /// The desktop's do-not-disturb.
    case inhibit(Bool)
    case notifier(isUp: Bool)
    /// A button of the notification that showed this cue. The id is whole.
    case answer(CueID, Answer)
  }
}
