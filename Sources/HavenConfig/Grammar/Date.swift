import HavenCore

extension CivilDate {
  /// Parses the config language's date: `2026-03-10`.
  public init(parsing text: some StringProtocol) throws(GrammarFault) {
    if let date = CivilDate(text) {
      self = date
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let figures = parts.compactMap { Int($0) }
    guard parts.count == 3, figures.count == 3, parts.map(\.count) == [4, 2, 2] else {
      throw GrammarFault("\(quoted(text)) is not a date", hint: "write year, month and day, such as '2026-03-10'")
    }
    guard (1...12).contains(figures[1]) else {
      throw GrammarFault("there is no month \(figures[1]) in \(quoted(text))", hint: "months go from 01 to 12")
    }
    let last = CivilDate.daysIn(month: figures[1], year: figures[0])
    throw GrammarFault(
      "the date \(quoted(text)) does not exist", hint: "that month goes from 01 to \(last)")
  }
}

extension CivilDateTime {
  /// Parses the config language's local date-time: `2026-03-10T17:05`.
  public init(parsing text: some StringProtocol) throws(GrammarFault) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw GrammarFault(
        "\(quoted(text)) is not a date and time", hint: "write it with a 'T' between, such as '2026-03-10T17:05'")
    }
    self.init(date: try CivilDate(parsing: parts[0]), time: try TimeOfDay(parsing: parts[1]))
  }
}
