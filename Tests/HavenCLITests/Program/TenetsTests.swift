import HavenConfig
import HavenCore
import Testing

@testable import HavenCLI

/// docs/tenets.md says where each idea that Haven answers to lives. A command, key, card, page or test that is gone is
/// noticed here; so is one that nobody finds who looks for it in their own words.
@Suite("Every idea has a home")
struct TenetsTests {
  private struct Row {
    var id: String
    var idea: String
    var home: String
    var asked: String
    var shown: String

    var isOutOfScope: Bool { home.hasPrefix("out of scope: ") }
    var isMarkedOut: Bool { home.hasPrefix("out of scope") }
    var homes: [String] { Row.quoted(home) }

    /// What stands between backticks.
    static func quoted(_ cell: String) -> [String] {
      cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
        .map { String($0.element) }
    }

    /// What links lead to.
    static func links(_ cell: String) -> [String] { cell.matches(of: /\]\(([^)]+)\)/).map { String($0.output.1) } }
  }

  private static func rows() throws -> [Row] {
    try Document.text("docs/tenets.md").split(separator: "\n").filter { $0.hasPrefix("| T") }.map { line in
      let cells = line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      try #require(cells.count == 5, "\(line)")
      return Row(id: cells[0], idea: cells[1], home: cells[2], asked: cells[3], shown: cells[4])
    }
  }

  @Test("the ideas are all there, each once, in order")
  func complete() throws {
    let expected = (1...135).map { number in
      let digits = String(number)
      return "T" + String(repeating: "0", count: 3 - digits.count) + digits
    }
    #expect(try Self.rows().map(\.id) == expected)
  }

  @Test("each has a home that exists, or a reason for having none")
  func homes() throws {
    for row in try Self.rows() {
      #expect(row.idea.count > 3, "\(row.id) says nothing")
      if row.isMarkedOut {
        #expect(row.isOutOfScope && row.home.count > 25, "\(row.id) is out of scope without a reason")
        continue
      }
      #expect(!row.homes.isEmpty, "\(row.id) has no home")
      for home in row.homes { try check(home, of: row) }
    }
  }

  @Test("each is shown by a test or a page that is there")
  func shown() throws {
    let files = Set(
      Document.files(under: "Tests").compactMap { path in
        path.split(separator: "/").last?.split(separator: ".").first.map(String.init)
      })
    for row in try Self.rows() where !row.isOutOfScope {
      let tests = Row.quoted(row.shown)
      #expect(!tests.isEmpty || !Row.links(row.shown).isEmpty, "\(row.id) is shown by nothing")
      for test in tests { #expect(files.contains(test), "\(row.id): there is no test '\(test)'") }
      for link in Row.links(row.shown) { #expect(Document.exists("docs/\(link)"), "\(row.id): \(link)") }
    }
  }

  @Test("each is found by somebody who asks for it in their own words")
  func found() throws {
    for row in try Self.rows() where !row.isOutOfScope {
      let own = Set(row.homes.map(place))
      let asked = Row.quoted(row.asked)
      #expect(!asked.isEmpty, "\(row.id) is asked for in no words")
      for words in asked {
        let isCommand = CommandTable.entry(named: words, nil) != nil || !CommandTable.names(beginning: words).isEmpty
        let found = isCommand ? [words] : WordIndex(words).places.map(place)
        #expect(
          !own.isDisjoint(with: found), "\(row.id): '\(words)' finds \(found.sorted()), and its home is \(own.sorted())"
        )
      }
    }
  }

  /// A command by its first word, a card by its topic, anything else as it is.
  private func place(_ home: String) -> String {
    let words = home.split(separator: " ").map(String.init)
    let typed = words.first == "havenctl" ? Array(words.dropFirst()) : words
    guard let command = typed.first, !command.hasPrefix("[") else { return home.prefixBeforeValue }
    if command == "card", typed.count > 1, !typed[1].hasPrefix("-") { return "card \(typed[1])" }
    return command
  }

  private func check(_ home: String, of row: Row) throws {
    if home.hasPrefix("[") { return checkKey(home, of: row) }
    let words = home.split(separator: " ").map(String.init)
    guard words.first == "havenctl", words.count > 1 else {
      Issue.record("\(row.id): '\(home)' is no command and no key")
      return
    }
    if words[1] == "help" {
      #expect(!WordIndex(words.dropFirst(2).joined(separator: " ")).isEmpty, "\(row.id): \(home)")
      return
    }
    guard let entry = CommandTable.entry(named: words[1], words.count > 2 ? words[2] : nil) else {
      Issue.record("\(row.id): there is no '\(home)'")
      return
    }
    for option in words where option.hasPrefix("--") {
      #expect(entry.help.contains(option), "\(row.id): '\(words[1])' takes no '\(option)'")
    }
    guard words.count > 2, !words[2].hasPrefix("-") else { return }
    switch words[1] {
    case "card": #expect((CardBox().topics + [Programme.topic]).contains(words[2]), "\(row.id): \(home)")
    case "mode": #expect(Mode(rawValue: words[2]) != nil, "\(row.id): \(home)")
    default: break
    }
  }

  /// `[[child]] style`, or `[[routine.step]] tags = special`.
  private func checkKey(_ home: String, of row: Row) {
    let parts = home.split(separator: " ").map(String.init)
    guard let table = ConfigurationReference.tables.first(where: { $0.header == parts[0] }) else {
      Issue.record("\(row.id): there is no table '\(parts[0])'")
      return
    }
    guard parts.count > 1 else { return }
    guard let key = table.keys.first(where: { $0.name == parts[1] }) else {
      Issue.record("\(row.id): \(parts[0]) has no key '\(parts[1])'")
      return
    }
    if parts.count == 4 { #expect(key.words.contains(parts[3]), "\(row.id): '\(home)'") }
  }
}

extension String {
  /// `[[routine.step]] tags`, of one with a value.
  fileprivate var prefixBeforeValue: String {
    split(separator: " ").prefix(2).joined(separator: " ")
  }
}
