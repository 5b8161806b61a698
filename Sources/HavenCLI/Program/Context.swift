import HavenCore

/// The world as a command sees it: where it writes, what time it is, how it reaches the daemon. A test gives it another.
public struct Context {
  public var output: Output
  public var errors: Output
  public var environment: (String) -> String?
  public var now: () -> Instant
  /// The next line that a person types; nil at the end.
  var input: () -> String? = { readLine() }
  /// Reads all of what comes by standard input; nil where that is a terminal, or nothing.
  var pipedInput: (() throws(CommandFailure) -> String)?
  /// Whether somebody types: an editor has a terminal to be in.
  var hasTerminal = true
  /// Runs a program of the system's with these words; what it printed, nil where it is not there or said no.
  var run: ([String]) -> String? = { _ in nil }
  /// Opens a connection to the daemon's socket at this path.
  var connect: (String) throws(CommandFailure) -> any Connection

  init(
    output: Output, errors: Output, environment: @escaping (String) -> String?, now: @escaping () -> Instant,
    connect: @escaping (String) throws(CommandFailure) -> any Connection
  ) {
    self.output = output
    self.errors = errors
    self.environment = environment
    self.now = now
    self.connect = connect
  }

  /// The language of what a notification says, from the session's locale.
  var language: Language { Language(environment: environment) }

  /// What a program's own process has.
  static func process() -> Context {
    var context = Context(
      output: .standardOutput(), errors: .standardError(), environment: Process.environment, now: Process.now,
      connect: { path throws(CommandFailure) in try UnixSocket(connectingTo: path) })
    if Process.hasPipedInput { context.pipedInput = { () throws(CommandFailure) in try readText("-") } }
    context.hasTerminal = Process.hasTerminal
    context.run = Process.output
    return context
  }
}
