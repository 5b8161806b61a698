extension Recurrence {
  /// Parses `FREQ=WEEKLY;INTERVAL=2`, the value of an iCalendar RRULE.
  ///
  /// Everything of RFC 5545 §3.3.10 but the times of day: SECONDLY, MINUTELY, HOURLY, BYHOUR, BYMINUTE and
  /// BYSECOND are refused, and so is what the RFC forbids, even where other programs guess at a meaning.
  public init(parsing text: some StringProtocol) throws(RecurrenceError) {
    var parts = try RecurrenceParts(text)
    self.init(frequency: try parts.frequency())
    while let part = parts.next() {
      switch part.name {
      case "INTERVAL": interval = try part.number(1...1_000_000)
      case "COUNT": count = try part.number(1...1_000_000)
      case "UNTIL": until = try part.until()
      case "WKST": weekStart = try part.weekday(part.value)
      case "BYMONTH": months = try part.numbers(1...12, negative: false)
      case "BYWEEKNO": weekNumbers = try part.numbers(1...53)
      case "BYYEARDAY": yearDays = try part.numbers(1...366)
      case "BYMONTHDAY": monthDays = try part.numbers(1...31)
      case "BYDAY": weekdays = try part.weekdays()
      case "BYSETPOS": setPositions = try part.numbers(1...366)
      case "BYHOUR", "BYMINUTE", "BYSECOND":
        throw part.fault(
          "'\(part.name)' is not for a day's rule", hint: "the time is that of the start; leave '\(part.name)' out")
      default:
        throw part.unknown()
      }
      try refuse(part)
    }
    if !setPositions.isEmpty, months + weekNumbers + yearDays + monthDays == [], weekdays.isEmpty {
      throw parts.fault(in: "BYSETPOS", "'BYSETPOS' chooses among the dates of another 'BY' part, and there is none")
    }
    if count != nil, until != nil {
      throw parts.fault(in: "UNTIL", "a rule ends by 'COUNT' or by 'UNTIL', not by both", hint: "leave one of them out")
    }
    if !weekNumbers.isEmpty, weekdays.contains(where: { $0.ordinal != nil }) {
      throw parts.fault(in: "BYDAY", "a counted weekday does not go with 'BYWEEKNO'", hint: "leave the numbers out")
    }
  }

  /// What RFC 5545 says MUST NOT be: a part that has no meaning at this frequency.
  private func refuse(_ part: RecurrenceParts.Part) throws(RecurrenceError) {
    let fits =
      switch part.name {
      case "BYWEEKNO": frequency == .yearly
      case "BYYEARDAY": frequency == .yearly
      case "BYMONTHDAY": frequency != .weekly
      default: true
      }
    guard fits else { throw part.fault("'\(part.name)' does not go with 'FREQ=\(frequency.rawValue)'") }
    if part.name == "BYDAY", frequency == .daily || frequency == .weekly,
      let counted = weekdays.first(where: { $0.ordinal != nil })
    {
      throw part.fault(
        "the counted weekday '\(counted)' does not go with 'FREQ=\(frequency.rawValue)'",
        hint: "write '\(counted.weekday.iCalendarName)', or 'FREQ=MONTHLY'")
    }
  }
}

/// The `NAME=VALUE` parts of a rule and where each is in the text.
struct RecurrenceParts {
  private var parts: [Part] = []
  private var position = 0

  static let names = [
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY",
    "BYSETPOS",
  ]
  private static let longestText = 4096

  init(_ text: some StringProtocol) throws(RecurrenceError) {
    let length = text.utf8.count
    guard length <= RecurrenceParts.longestText else {
      throw RecurrenceError(message: "a rule of \(length) bytes", hint: "4096 are the most", offset: 0, length: length)
    }
    var offset = 0
    let pieces = text.split(separator: ";", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      defer { offset += piece.utf8.count + 1 }
      if piece.isEmpty, index > 0, index == pieces.count - 1 { continue }  // some programs end a rule with ';'
      let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, !halves[0].isEmpty else {
        throw RecurrenceError(
          message: "'\(piece)' is not a part of a rule", hint: "a rule is written 'FREQ=WEEKLY;INTERVAL=2'",
          offset: offset, length: piece.utf8.count)
      }
      let part = Part(
        name: halves[0].uppercased(), value: halves[1].uppercased(), nameLength: halves[0].utf8.count, offset: offset)
      if parts.contains(where: { $0.name == part.name }) { throw part.fault("'\(part.name)' is given twice") }
      guard !part.value.isEmpty else { throw part.fault("'\(part.name)' has no value") }
      parts.append(part)
    }
  }

  /// Takes FREQ out, wherever it stands.
  mutating func frequency() throws(RecurrenceError) -> Recurrence.Frequency {
    guard let index = parts.firstIndex(where: { $0.name == "FREQ" }) else {
      if let part = parts.first(where: { !RecurrenceParts.names.contains($0.name) && !$0.isOfTimes }) {
        throw part.unknown()
      }
      throw RecurrenceError(message: "the rule has no 'FREQ'", hint: "begin it with 'FREQ=WEEKLY'")
    }
    let part = parts.remove(at: index)
    if let frequency = Recurrence.Frequency(rawValue: part.value) { return frequency }
    let known = Recurrence.Frequency.allCases.map(\.rawValue)
    switch part.value {
    case "SECONDLY", "MINUTELY", "HOURLY":
      throw part.fault(
        "a day's rule does not repeat within the day: 'FREQ=\(part.value)'", hint: "'FREQ=DAILY' is the shortest")
    case "FORTNIGHTLY", "BIWEEKLY":
      throw part.wrongValue(hint: "write 'FREQ=WEEKLY;INTERVAL=2'")
    case "QUARTERLY":
      throw part.wrongValue(hint: "write 'FREQ=MONTHLY;INTERVAL=3'")
    default:
      let meant = nearest(to: part.value, among: known)
      throw part.wrongValue(
        hint: meant.map { "did you mean '\($0)'?" } ?? "it is one of \(known.joined(separator: ", "))")
    }
  }

  mutating func next() -> Part? {
    guard position < parts.count else { return nil }
    defer { position += 1 }
    return parts[position]
  }

  func fault(in name: String, _ message: String, hint: String? = nil) -> RecurrenceError {
    parts.first { $0.name == name }?.fault(message, hint: hint) ?? RecurrenceError(message: message, hint: hint)
  }
}
