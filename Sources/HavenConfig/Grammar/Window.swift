import HavenCore

extension Window {
  /// Parses the config language's window: `[DAYS or DATE] HH:MM-HH:MM`.
  ///
  ///     21:30-06:30                    every night; the end is on the next day
  ///     Tue, Thu 06:30-20:00
  ///     2026-03-06 19:00-22:00         on one date
  ///     Sun 00:00-00:00                a whole day: an end not after the start is on the next day
  public init(parsing text: some StringProtocol) throws(GrammarFault) {
    let whole = trimmed(text)
    let cut = whole.lastIndex(of: " ")
    let hours = cut.map { whole[whole.index(after: $0)...] } ?? whole
    let days = cut.map { trimmed(whole[..<$0]) } ?? ""
    let ends = hours.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, hours.contains(":") else {
      throw GrammarFault(
        "\(quoted(text)) is not a window", hint: "write days and hours, such as 'Tue, Thu 06:30-20:00' or '21:30-06:30'"
      )
    }
    let start = try TimeOfDay(parsing: ends[0])
    let end = try TimeOfDay(parsing: ends[1])
    if days.isEmpty {
      self.init(start: start, end: end)
    } else if days.first?.isNumber == true {
      self.init(.date(try CivilDate(parsing: days)), start: start, end: end)
    } else {
      self.init(.weekdays(try WeekdaySet(parsing: days)), start: start, end: end)
    }
  }
}

extension Span {
  /// Parses the config language's span: `2026-03-09T06:00/2026-03-11T19:00`, in the household's zone.
  public init(parsing text: some StringProtocol) throws(GrammarFault) {
    let ends = trimmed(text).split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2 else {
      throw GrammarFault(
        "\(quoted(text)) is not a span", hint: "write start and end, such as '2026-03-09T06:00/2026-03-11T19:00'")
    }
    self.init(start: try CivilDateTime(parsing: ends[0]), end: try CivilDateTime(parsing: ends[1]))
    guard start < end else {
      throw GrammarFault("the span \(quoted(text)) ends before it starts", hint: "write the earlier moment first")
    }
  }
}

extension AwayTime {
  /// A window, or a span where there is a `/`.
  public init(parsing text: some StringProtocol) throws(GrammarFault) {
    self = text.contains("/") ? .span(try Span(parsing: text)) : .window(try Window(parsing: text))
  }
}
