import HavenCore

extension TimeOfDay {
  /// Parses the config language's time: `07:30`.
  public init(parsing text: some StringProtocol) throws(GrammarFault) {
    if let time = TimeOfDay(text) {
      self = time
      return
    }
    throw GrammarFault("\(quoted(text)) is not a time", hint: TimeOfDay.hint(for: text))
  }

  private static func hint(for text: some StringProtocol) -> String {
    let parts = trimmed(text).split(separator: ":", omittingEmptySubsequences: false)
    if trimmed(text) == "24:00" { return "a day ends at '00:00' of the next" }
    let figures = parts.prefix(2).compactMap { Int($0) }
    if parts.count == 1, let hour = Int(parts[0]), hour >= 0, hour <= 23 {
      return "did you mean '\(TimeOfDay(hour: hour, minute: 0).map(\.description) ?? "")'?"
    }
    if parts.count >= 2, figures.count == 2, let near = TimeOfDay(hour: figures[0], minute: figures[1]) {
      return "did you mean '\(near)'?"
    }
    if figures.count == 2, !(0...23).contains(figures[0]) { return "hours go from 00 to 23" }
    if figures.count == 2, !(0...59).contains(figures[1]) { return "minutes go from 00 to 59" }
    return "write hours and minutes, such as '07:30'"
  }
}
