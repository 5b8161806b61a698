import HavenCore

/// Writes an iCalendar file (RFC 5545), line by line.
struct CalendarText {
  private(set) var text = ""

  mutating func begin(_ component: String) { line("BEGIN", component) }
  mutating func end(_ component: String) { line("END", component) }

  /// A property whose value stands as it is: a time, a duration, a name of the standard's.
  mutating func line(_ name: String, _ value: String) { fold("\(name):\(value)") }

  /// A property with a person's words (§3.3.11).
  mutating func text(_ name: String, _ words: String) { line(name, CalendarText.escaped(words)) }

  /// A date-time in UTC, which needs no description of a time zone beside it.
  mutating func time(_ name: String, _ instant: Instant) {
    line(name, Zone.utc.civil(at: instant).description.filter { $0 != "-" && $0 != ":" }.padding(to: 15) + "Z")
  }

  /// At most 75 octets a line (§3.1), never within a character; what follows begins with a space.
  private mutating func fold(_ line: String) {
    var length = 0
    for character in line.unicodeScalars {
      let octets = UTF8.width(character)
      if length + octets > 75 {
        text += "\r\n "
        length = 1
      }
      text.unicodeScalars.append(character)
      length += octets
    }
    text += "\r\n"
  }

  static func escaped(_ words: String) -> String {
    var text = ""
    for character in words.unicodeScalars {
      switch character {
      case "\\", ";", ",": text += "\\\(character)"
      case "\n": text += "\\n"
      case "\u{0}"..<" ", "\u{7F}": text += " "
      default: text.unicodeScalars.append(character)
      }
    }
    return text
  }
}

extension String {
  /// `20260310T1705` is `20260310T170500`.
  fileprivate func padding(to length: Int) -> String {
    self + String(repeating: "0", count: Swift.max(0, length - count))
  }
}
