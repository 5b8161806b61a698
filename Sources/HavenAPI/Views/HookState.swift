/// How one `[[hook]]` fared since the daemon started.
public struct HookState: Sendable, Equatable, Codable {
  /// Its program's, without the folder.
  public var name: String
  public var ran = 0
  public var failed = 0
  /// At work, or waiting for its turn.
  public var running = 0
  public var ranAt: Stamp?
  public var failedAt: Stamp?
  /// What was wrong last; nil where it went well since.
  public var failure: String?
  /// The last line that it wrote to its standard error then.
  public var said: String?

  public init(name: String) { self.name = name }
}
