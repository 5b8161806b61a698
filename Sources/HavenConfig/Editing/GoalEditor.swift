import HavenCore

/// What a goal's offers at another time would look like in the files: the exact line, before and after. It writes
/// nothing.
public struct GoalEditor: Sendable {
  private let files: [(name: String, bytes: [UInt8])]

  public init(directory: String) throws(ConfigurationError) { files = try ConfigFiles.read(directory) }

  /// A goal without the windows of one time of day, and with those of another: its own where it has them, else the same
  /// days at the other time. One that came after a step has a window in its stead.
  ///
  /// - Parameters:
  ///   - from: a time of day as `Window.clockText` has it, or `after STEP`.
  ///   - to: a time of day.
  public func moved(_ goal: GoalID, from: String, to: String) -> ConfigPlaces {
    var edit = ConfigPlaces()
    for file in files {
      let text = FileText(name: file.name, bytes: file.bytes)
      for table in TomlTokens(file.bytes).tables {
        guard table.first?.header == "goal", TomlTokens.id(of: table) == goal else { continue }
        edit.places.append("\(file.name):\(text.line(at: table.first?.range.lowerBound ?? 0))")
        if let step = Goal.step(ofWindow: from) {
          if let change = text.window(to, insteadOf: step, in: table) { edit.changes.append(change) }
          continue
        }
        guard let value = table.first(where: { $0.key == "window" })?.value, let first = value.first,
          let last = value.last,
          let windows = GoalEditor.windows(value, from: from, to: to),
          let change = text.replacing(first.range.lowerBound..<last.range.upperBound, by: windows)
        else { continue }
        edit.changes.append(change)
      }
    }
    if edit.changes.count != edit.places.count { edit.changes = [] }
    if !edit.changes.isEmpty { edit.places = [] }
    return edit
  }

  /// The value's new text; nil where it is not what was looked for.
  private static func windows(_ value: [TomlTokens.Token], from: String, to: String) -> String? {
    var kept: [String] = [], moved: [String] = []
    for token in value {
      guard case .text(let text) = token.kind else { continue }
      guard let window = try? Window(parsing: text) else { return nil }
      if window.clockText != from {
        kept.append(text)
      } else if text.hasSuffix(from) {
        moved.append(text.dropLast(from.count) + to)
      } else {
        return nil
      }
    }
    guard !moved.isEmpty else { return nil }
    let isThere = kept.contains { (try? Window(parsing: $0))?.clockText == to }
    let all = (isThere ? kept : kept + moved).map { "\"\($0)\"" }
    if all.count == 1, value.count == 1 { return all[0] }
    return "[\(all.joined(separator: ", "))]"
  }
}
