import HavenCore

/// What a command that does something answers.
public struct ActView: Sendable, Equatable, Codable {
  public var version = 1
  /// `act`, or `undo`.
  public var kind: String
  public var at: Stamp
  public var by: CarerID
  /// As it would be typed, every id whole; of `undo`, what was taken back.
  public var command: String
  /// What to tell the person, in their words, a line each; empty where there is nothing more than that it is done.
  public var lines: [String]
  /// What `hard` and `hard edit` tell besides.
  public var hard: HardView?

  public init(at: Stamp, by: CarerID, command: String, lines: [String] = []) {
    kind = "act"
    self.at = at
    self.by = by
    self.command = command
    self.lines = lines
  }

  public static func undo(at: Stamp, by: CarerID, command: String, lines: [String] = []) -> ActView {
    var view = ActView(at: at, by: by, command: command, lines: lines)
    view.kind = "undo"
    return view
  }
}

/// What `Reload` answers when the new config runs.
public struct ReloadView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "reload"
  public var at: Stamp
  public var files: [String]
  /// Each `file:line:column: warning: text`.
  public var warnings: [String]

  public init(at: Stamp, files: [String], warnings: [String] = []) {
    self.at = at
    self.files = files
    self.warnings = warnings
  }
}

/// What `Version` answers.
public struct VersionView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "version"
  /// Haven's own version: `0.1.0`.
  public var program: String

  public init(program: String) { self.program = program }
}
