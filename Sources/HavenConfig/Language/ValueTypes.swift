import HavenCore

// The types that keys share. What one key alone needs stands beside its table.

extension ValueType {
  /// A text with a grammar of its own. A TOML date or time written without quotes is read as if it had them.
  static func grammar(
    _ name: String, example: String, _ parse: @escaping @Sendable (String) throws(GrammarFault) -> Value
  ) -> ValueType {
    ValueType(name: name, example: example) { node, findings in
      switch node.kind {
      case .string, .date, .time, .dateTime: break
      default:
        findings.error(
          node.place, "expected \(article(name)), found \(node.kindName)", hint: "write such as \(example)")
        return nil
      }
      do throws(GrammarFault) {
        return try parse(node.text)
      } catch {
        findings.error(node.place, error.text, hint: error.hint)
        return nil
      }
    }
  }

  /// One value or a list of them; those that are faulty are told and left out.
  static func list<Element: Sendable>(of element: ValueType<Element>) -> ValueType<[Element]> where Value == [Element] {
    ValueType<[Element]>(name: "list of \(plural(element.name))", example: "[\(element.example)]", words: element.words)
    {
      node, findings in
      guard node.kind == .array || node.kind == .arrayOfTables else {
        return element.read(node, findings).map { [$0] }
      }
      return node.children.compactMap { element.read($0, findings) }
    }
  }

  /// The value with the place where it was written.
  static func located<Inner>(_ inner: ValueType<Inner>) -> ValueType<Located<Inner>> where Value == Located<Inner> {
    ValueType<Located<Inner>>(name: inner.name, example: inner.example, words: inner.words) { node, findings in
      inner.read(node, findings).map { Located(value: $0, place: node.place) }
    }
  }

  /// One of a fixed set of words.
  static func choice(_ name: String) -> ValueType
  where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    let words = Value.allCases.map(\.rawValue)
    var type = grammar(name, example: "\"\(words[0])\"") { text throws(GrammarFault) in
      if let value = Value(rawValue: text) { return value }
      let meant = nearest(to: text, among: words)
      throw GrammarFault(
        "\(quoted(text)) is not \(article(name))",
        hint: meant.map { "did you mean '\($0)'?" } ?? "write \(listed(words.map { "'\($0)'" }, "or"))")
    }
    type.words = words
    return type
  }
}

/// A value and where it was written.
struct Located<Value: Sendable>: Sendable {
  var value: Value
  var place: Place
}

extension ValueType where Value == String {
  /// Words for a person: one line without control characters, not blank, of at most `most` characters.
  static func text(_ name: String = "text", most: Int = 200, example: String = "\"…\"") -> ValueType {
    .grammar(name, example: example) { text throws(GrammarFault) in
      let words = trimmed(text)
      guard !words.isEmpty else {
        throw GrammarFault("the text is empty", hint: "write some words, or leave the key out")
      }
      if let scalar = words.unicodeScalars.first(where: isControl) {
        throw GrammarFault(
          "the text holds the control character \(codePoint(scalar))",
          hint: "write it on one line, in plain letters")
      }
      guard words.utf8.count <= most || words.count <= most else {
        throw GrammarFault("the text has \(words.count) characters", hint: "at most \(most)")
      }
      return String(words)
    }
  }

  /// An id, defined here or named.
  static func id(_ name: String = "id", example: String) -> ValueType {
    .grammar(name, example: "\"\(example)\"") { text throws(GrammarFault) in
      try Identifier.check(text)
      return text
    }
  }
}

extension ValueType where Value == TimeOfDay {
  static let time = ValueType.grammar("time", example: "\"07:30\"") { text throws(GrammarFault) in
    try TimeOfDay(parsing: text)
  }
}

extension ValueType where Value == CivilDate {
  static let date = ValueType.grammar("date", example: "\"2026-03-10\"") { text throws(GrammarFault) in
    try CivilDate(parsing: text)
  }
}

extension ValueType where Value == WeekdaySet {
  static let weekdays = ValueType.grammar("days", example: "\"Mon-Fri\"") { text throws(GrammarFault) in
    try WeekdaySet(parsing: text)
  }
}

extension ValueType where Value == Window {
  static let window = ValueType.grammar("window", example: "\"Tue, Thu 06:30-20:00\"") { text throws(GrammarFault) in
    try Window(parsing: text)
  }
}

extension ValueType where Value == Target {
  static let target = ValueType.grammar("target", example: "\"2-3 per week\"") { text throws(GrammarFault) in
    try Target(parsing: text)
  }
}

extension ValueType where Value == Recurrence {
  static let recurrence = ValueType.grammar("RRULE", example: "\"FREQ=WEEKLY;INTERVAL=2\"") {
    text throws(GrammarFault) in try Recurrence.read(text)
  }
}

extension ValueType where Value == Bool {
  static let boolean = ValueType(name: "true or false", example: "true") { node, findings in
    if node.kind == .boolean { return node.boolean }
    findings.error(node.place, "expected true or false, found \(node.kindName)", hint: "write it without quotes")
    return nil
  }
}

extension ValueType where Value == Int {
  static func whole(_ name: String, _ range: ClosedRange<Int>, example: Int) -> ValueType {
    ValueType(name: name, example: "\(example)") { node, findings in
      let rule = "write a whole number from \(range.lowerBound) to \(range.upperBound)"
      guard node.kind == .integer else {
        findings.error(node.place, "expected \(article(name)), found \(node.kindName)", hint: rule)
        return nil
      }
      guard range.contains(node.integer) else {
        findings.error(node.place, "\(node.integer) is out of range", hint: rule)
        return nil
      }
      return node.integer
    }
  }

  /// Seconds, at least one minute.
  static func duration(_ range: ClosedRange<Int>, example: String) -> ValueType {
    .grammar("duration", example: "\"\(example)\"") { text throws(GrammarFault) in
      let seconds = try DurationText.seconds(parsing: text)
      guard range.contains(seconds) else {
        throw GrammarFault(
          "the duration \(quoted(text)) is out of range",
          hint: "from \(DurationText.written(range.lowerBound)) to \(DurationText.written(range.upperBound))")
      }
      return seconds
    }
  }

  /// Days, written as a duration: `14d`.
  static let wholeDays = ValueType.grammar("duration of whole days", example: "\"14d\"") { text throws(GrammarFault) in
    let seconds = try DurationText.seconds(parsing: text)
    guard seconds % 86_400 == 0, (1...366).contains(seconds / 86_400) else {
      throw GrammarFault("\(quoted(text)) is not a number of days", hint: "write such as '14d', at most '366d'")
    }
    return seconds / 86_400
  }
}

/// `U+0007`
private func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// `an id`, `a window`.
func article(_ noun: String) -> String {
  if noun.hasPrefix("text") || noun.hasPrefix("days") || noun.hasPrefix("true") || noun.hasPrefix("whole minutes") {
    return noun
  }
  return "\("aeiouAEIOUR".contains(noun.first ?? "x") ? "an" : "a") \(noun)"
}

private func plural(_ noun: String) -> String {
  if noun.hasSuffix("s") { return noun }
  if noun == "child" { return "children" }
  if let space = noun.firstIndex(of: " "), noun[space...].hasPrefix(" of ") || noun[space...].hasPrefix(" or ") {
    return "\(noun[..<space])s\(noun[space...])"
  }
  return noun + "s"
}
