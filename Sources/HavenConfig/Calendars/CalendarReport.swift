import HavenCore

/// What `haven-ics` said about a file; `Sources/HavenICS/Report.swift` describes the lines.
package struct CalendarReport {
  package var events: [Event] = []
  var faults: [Fault] = []
  /// False for a file that is no iCalendar file at all.
  package private(set) var isCalendar = true

  package struct Event: Equatable {
    var line = 0
    var uid = ""
    var summary = ""
    var categories = ""
    var sequence = 0
    var isCancelled = false
    var start = Time.date(CivilDate(dayNumber: 0))
    var end: Time?
    /// Seconds.
    var duration: Int?
    var rules: [String] = []
    /// The occurrence that this event stands in for.
    var recurrence: Time?
    /// It stands in for all that follow as well.
    var isFuture = false
    var removed: [Time] = []
    var added: [Time] = []
  }

  package struct Fault: Equatable {
    var line: Int
    var component: String
    var text: String
  }

  package enum Time: Equatable {
    case date(CivilDate)
    /// In whatever zone the reader is.
    case floating(CivilDateTime)
    case utc(Instant)
    /// With the zone's name, and the instant by the file's own description of the zone.
    case zoned(CivilDateTime, String, Instant?)
  }

  /// Nil for anything but a whole report: whoever wrote it did not finish, or is another program.
  package init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"))[...]
    guard lines.popFirst().map({ Array($0) == Array("haven-ics 1".utf8) }) == true else { return nil }
    guard let last = lines.popLast(), last.starts(with: "done ".utf8) else { return nil }
    isCalendar = CalendarReport.words(last)?.first { $0.key == "calendars" }?.value != "0"
    for line in lines {
      guard let words = CalendarReport.words(line), let kind = words.first?.key, words[0].value.isEmpty else {
        return nil
      }
      switch kind {
      case "event":
        guard let event = CalendarReport.event(words.dropFirst()) else { return nil }
        events.append(event)
      case "fault":
        let values = Dictionary(words.dropFirst().map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        faults.append(
          Fault(
            line: values["line"].flatMap { Int($0) } ?? 0, component: values["component"].map(unescaped) ?? "",
            text: values["text"].map(unescaped) ?? ""))
      default: return nil
      }
    }
  }

  private static func words(_ line: ArraySlice<UInt8>) -> [(key: String, value: Substring)]? {
    guard let text = String(validating: line, as: UTF8.self) else { return nil }
    return text.split(separator: " ").map { word in
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count == 2 ? parts[1] : "")
    }
  }

  private static func event(_ words: ArraySlice<(key: String, value: Substring)>) -> Event? {
    var event = Event()
    var hasStart = false
    for (key, value) in words {
      switch key {
      case "line": event.line = Int(value) ?? 0
      case "uid": event.uid = unescaped(value)
      case "summary": event.summary = unescaped(value)
      case "categories": event.categories = unescaped(value)
      case "sequence": event.sequence = Int(value) ?? 0
      case "cancelled": event.isCancelled = true
      case "future": event.isFuture = true
      case "rule": event.rules.append(unescaped(value))
      case "duration":
        guard let seconds = Int(value) else { return nil }
        event.duration = seconds
      case "start":
        guard let start = Time(value) else { return nil }
        (event.start, hasStart) = (start, true)
      case "end": event.end = Time(value)
      case "recurrence": event.recurrence = Time(value)
      case "exdate": event.removed = value.split(separator: ",").compactMap(Time.init)
      case "rdate": event.added = value.split(separator: ",").compactMap(Time.init)
      default: return nil
      }
    }
    return hasStart ? event : nil
  }
}

extension CalendarReport.Time {
  /// `20260406`, `20260310T170000`, `…Z`, `…@NAME`, `…@NAME~20260310T170000Z`; nil for a time that does not exist.
  init?(_ text: Substring) {
    let ends = text.split(separator: "~", omittingEmptySubsequences: false)
    let parts = ends[0].split(separator: "@", omittingEmptySubsequences: false)
    guard ends.count <= 2, parts.count <= 2 else { return nil }
    if parts.count == 2 {
      guard let civil = Self.civil(parts[0]) else { return nil }
      let instant = ends.count == 2 && ends[1].hasSuffix("Z") ? Self.civil(ends[1].dropLast()) : nil
      self = .zoned(civil, unescaped(parts[1]), instant.map { Zone.utc.instant(of: $0) })
    } else if text.hasSuffix("Z") {
      guard let civil = Self.civil(text.dropLast()) else { return nil }
      self = .utc(Zone.utc.instant(of: civil))
    } else if text.utf8.count == 8 {
      guard let date = Self.date(text) else { return nil }
      self = .date(date)
    } else {
      guard let civil = Self.civil(text) else { return nil }
      self = .floating(civil)
    }
  }

  private static func date(_ digits: Substring) -> CivilDate? {
    guard let value = figure(digits, 8) else { return nil }
    return CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  private static func civil(_ text: Substring) -> CivilDateTime? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = date(parts[0]), let time = figure(parts[1], 6) else { return nil }
    // A leap second (RFC 5545 §3.3.12) is taken as the one before it.
    let second = min(time % 100, 59)
    guard time % 100 <= 60, let minute = TimeOfDay(hour: time / 10_000, minute: time / 100 % 100) else { return nil }
    return CivilDateTime(date: date, time: TimeOfDay(seconds: minute.seconds + second))
  }

  private static func figure(_ digits: Substring, _ places: Int) -> Int? {
    guard digits.utf8.count == places, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(digits)
  }
}

/// `%40` is `@`.
private func unescaped(_ text: Substring) -> String {
  var bytes: [UInt8] = []
  var rest = text.utf8[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), rest.count >= 2, let code = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
      bytes.append(code)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
