import HavenCore

/// Why a question could not be answered, or a command not done.
public enum ServiceError: Error, Sendable, Equatable {
  /// The household's own "no", in words for the person.
  case refused(Refusal)
  /// Not theirs to do.
  case notPermitted(String)
  /// Each `file:line:column: error: text`; what ran before still runs.
  case configInvalid([String])
  /// There is no config yet, so there is no day to tell of.
  case noConfig(directory: String)
  /// A fault of ours or of the disk, in words.
  case failed(String)
  /// What was sent does not fit the protocol.
  case protocolFault(VarlinkError)
}
