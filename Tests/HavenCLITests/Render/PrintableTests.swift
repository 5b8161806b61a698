import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

/// What a config, a ledger, a socket or a file's name may hold, and a terminal would obey.
let steering = [
  "\u{1B}[31m", "\u{1B}[2J", "\u{1B}]0;title\u{07}", "\u{1B}]52;c;aGF2ZW4=\u{1B}\\", "\u{1B}P+q544e\u{1B}\\",
  "\u{9B}31m",
  "\u{9D}0;title\u{9C}", "\u{90}x\u{9C}", "\r", "\u{08}", "\u{07}", "\u{0E}", "\u{7F}", "\u{85}", "\u{202E}",
  "\u{2066}",
  "\u{2067}", "\u{200F}", "\u{061C}", "\u{2028}", "\u{FEFF}",
]

/// Anything but the ends of lines.
private func steersScreen(_ text: String) -> Bool {
  for scalar in text.unicodeScalars where scalar.steersScreen && scalar != "\n" { return true }
  return false
}

@Suite("Text that a terminal may be given")
struct PrintableTests {
  @Test("what would move the cursor, change colours or turn text around is a question mark", arguments: steering)
  func steers(text: String) {
    for result in [printable("a\(text)b"), gated("a\(text)b")] {
      #expect(!steersScreen(result))
      #expect(result.hasPrefix("a?") && result.hasSuffix("b"))
    }
  }

  @Test("words of every language stay as they are", arguments: ["Zoë", "лиса", "カワウソ", "🦦", "👩‍👧", "naïve café", ""])
  func words(text: String) {
    #expect(printable(text) == text)
    #expect(gated(text) == text)
  }

  @Test("the gate lets Haven's own marks, lines and tabs through, and nothing that begins like one")
  func marks() {
    var style = Style()
    style.hasColor = true
    let own = "\(style.strong("ötter"))\n\t\(style.dim("soon"))\n"
    #expect(gated(own) == own)
    #expect(gated("\u{1B}[31m\(style.dim("x"))\u{1B}") == "?[31m\u{1B}[2mx\u{1B}[0m?")
    #expect(gated("\u{1B}[1;31m") == "?[1;31m")
  }

  @Test("whatever renders it, what is written to a terminal has passed the gate", arguments: steering)
  func gate(text: String) {
    var written: [UInt8] = []
    let output = Output { written += $0 }
    output.line("a\(text)b")
    output.line(contentsOf: CommandFailure(.no, "no '\(text)'", hint: "try \(text)"))
    output.flush()
    let lines = String(decoding: written, as: UTF8.self)
    #expect(!steersScreen(lines))
    #expect(lines.split(separator: "\n").count == 3)
  }

  @Test("--json holds none of it either, and reads back as it was", arguments: steering)
  func json(text: String) throws {
    let line = try JSON.text(["x": text])
    #expect(!steersScreen(line))
    let read = try JSON.decode([String: String].self, from: Array(line.utf8))
    #expect(read == ["x": text])
  }

  @Test("a daemon that says such things is shown, and not obeyed", arguments: steering)
  func daemon(text: String) throws {
    for words in ["status", "now", "handover", "done tea", "--color always now"] {
      let house = FakeHouse()
      house.error = .failed("a\(text)b")
      let outcome = try havenctl(words, house: house)
      #expect(!steersScreen(outcome.output + outcome.errors))
    }
    for words in ["'\(text)'", "why '\(text)x'", "--socket '/\(text)' now", "--config '/\(text)' check"] {
      let outcome = try havenctl(words, house: nil)
      #expect(!steersScreen(outcome.output + outcome.errors))
    }
  }
}
