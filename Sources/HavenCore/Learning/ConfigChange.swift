/// A few lines of the config that become others: what a suggestion would change, and what an accepted one has.
public struct ConfigChange: Sendable, Equatable, Codable {
  /// In the config's directory: `haven.toml` or `conf.d/NAME.toml`.
  public var file: String
  /// Of the first of the lines, from 1.
  public var line: Int
  /// As they stand, without their line ends.
  public var before: [String]
  public var after: [String]

  public init(file: String, line: Int, before: [String], after: [String]) {
    self.file = file
    self.line = line
    self.before = before
    self.after = after
  }

  /// What takes it back.
  public var reversed: ConfigChange { ConfigChange(file: file, line: line, before: after, after: before) }
}
