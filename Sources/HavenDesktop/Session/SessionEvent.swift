/// What happens to the person's session and machine, as far as Haven acts on it.
public enum SessionEvent: Equatable, Sendable {
  /// Somebody locked the screen, or unlocked it.
  case locked(Bool)
  /// Nobody has touched anything for a while, or somebody does again.
  case idle(Bool)
  /// The machine goes to sleep as soon as the handler returns: the moment to write down what is not written.
  case goingToSleep
  /// The machine has woken.
  case awake
  /// The system's time zone is another.
  case zoneChanged
}
