import HavenCore

extension Goal.Appointment {
  /// Parses the config language's moment with repetition: a local date-time, optionally a space and an RRULE
  /// that starts there: `2026-03-06T11:00 FREQ=WEEKLY;INTERVAL=2`.
  public init(parsing text: some StringProtocol) throws(GrammarFault) {
    let parts = trimmed(text).split(separator: " ", maxSplits: 1)
    guard let moment = parts.first else {
      throw GrammarFault("an appointment needs a moment", hint: "write such as '2026-03-06T11:00'")
    }
    let start = try CivilDateTime(parsing: moment)
    self.init(start: start, rule: parts.count == 2 ? try Recurrence.read(trimmed(parts[1])) : nil)
  }
}

extension Recurrence {
  /// Parses an RRULE (RFC 5545 §3.3.10), its fault told as every other grammar's.
  static func read(_ text: some StringProtocol) throws(GrammarFault) -> Recurrence {
    do {
      return try Recurrence(parsing: String(text))
    } catch {
      throw GrammarFault(
        "\(quoted(text)) is not a repetition: \(error)", hint: "write such as 'FREQ=WEEKLY;INTERVAL=2'")
    }
  }
}
