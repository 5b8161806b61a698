/// How a command ended, the same for every command.
public enum CommandStatus: Int32, Sendable, CaseIterable {
  /// Yes, or done.
  case success = 0
  /// A truthful "no": nothing due, nothing matched, not in that mode.
  case no = 1
  case usage = 64
  /// The daemon cannot be reached.
  case unavailable = 69
  case internalFault = 70
  case notPermitted = 77
  case configInvalid = 78
}
