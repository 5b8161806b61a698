import HavenCore

/// A config that was read whole and found sound.
public struct Configuration: Sendable {
  public var household: Household
  /// The household's zone, or the system's where none is set.
  public var zone: Zone
  /// What the family may want to look at again, in order of file and line.
  public var warnings: [Diagnostic]
  /// Every file read, .ics files included, and the directories whose files count: what to watch for a change.
  public var files: [String]
  /// The folders of which every .ics file counts.
  public var calendarFolders: [String] = []
  /// Where each step's first mention is, for findings about days.
  var stepPlaces: [StepID: Place] = [:]

  public init(household: Household, zone: Zone, warnings: [Diagnostic] = [], files: [String] = []) {
    self.household = household
    self.zone = zone
    self.warnings = warnings
    self.files = files
  }
}

/// Why there is no config.
public enum ConfigurationError: Error, Sendable, Equatable {
  /// There is no haven.toml in this directory, or no such directory.
  case missing(String)
  /// A file or directory that cannot be read, and errno (0 where it is too large or no file at all).
  case unreadable(String, Int32)
  /// Every fault and warning, in order of file and line; at least one is an error.
  case invalid([Diagnostic])
}

extension ConfigurationError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let directory):
      "there is no config: '\(joined(directory, ConfigurationLoader.mainFile))' does not exist"
    case .unreadable(let path, 0): "the config '\(path)' cannot be read: it is too large, or not a regular file"
    case .unreadable(let path, let code): "the config '\(path)' cannot be read: \(systemText(code))"
    case .invalid(let diagnostics): diagnostics.map(\.description).joined(separator: "\n")
    }
  }

  /// What to type next.
  public var hint: String? {
    switch self {
    case .missing: "havenctl init"
    case .unreadable, .invalid: nil
    }
  }
}
