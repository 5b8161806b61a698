import HavenCore

/// One thing to say about a config: where, how bad, what, and what would be right.
public struct Diagnostic: Sendable, Hashable {
  /// As the loader was given it, so that an editor can jump there.
  public var file: String
  /// From 1; 0 where the whole file or folder is meant.
  public var line: Int
  /// From 1, in Unicode code points; 0 where a whole line or file is meant.
  public var column: Int
  public var severity: Severity
  /// Lower case, values in 'quotes'.
  public var text: String
  /// What to write instead.
  public var hint: String?

  public init(
    file: String, line: Int = 0, column: Int = 0, severity: Severity, text: String, hint: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.text = text
    self.hint = hint
  }

  public enum Severity: String, Sendable {
    /// The config is not taken.
    case error
    /// The config is taken; the family may want to look again.
    case warning
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `haven.toml:12:1: error: unknown key 'nmae' in [[carer]]; did you mean 'name'?`
  public var description: String {
    // A file may be called anything.
    var place = String(unsteered: file)
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return "\(place): \(severity.rawValue): \(text)" + (hint.map { "; \($0)" } ?? "")
  }
}
