import Glibc
import Testing

@testable import HavenConfig

/// `docs/config.md` is prose by hand, and for each table a section made from the declaration that decodes it.
///
/// After a change to the language, `HAVEN_WRITE_DOCS=1 swift test --filter ManualTests` writes the sections anew.
struct ManualTests {
  private let path = "\(checkout)/docs/config.md"
  private let begin = "<!-- the language, from its declaration -->\n"
  private let end = "<!-- end of the language -->\n"

  @Test("docs/config.md says of every table and key what the decoder does")
  func sections() throws {
    let page = String(decoding: try readFile(path, limit: 1 << 20), as: UTF8.self)
    let parts = page.split(separator: begin, maxSplits: 1)
    let rest = try #require(parts.last).split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2 && rest.count == 2)
    let wanted = ConfigurationReference.tables.map(section).joined(separator: "\n")
    if getenv("HAVEN_WRITE_DOCS") != nil {
      try rewrite("\(parts[0])\(begin)\(wanted)\(end)\(rest[1])")
    } else {
      #expect(rest[0] == wanted, "write it anew: HAVEN_WRITE_DOCS=1 swift test --filter ManualTests")
    }
  }

  @Test("every example in docs/config.md that is a config loads")
  func examples() throws {
    let page = String(decoding: try readFile(path, limit: 1 << 20), as: UTF8.self)
    var count = 0
    for block in page.split(separator: "```toml\n").dropFirst() {
      let toml = String(block.split(separator: "```", maxSplits: 1)[0])
      let folder = try TemporaryFolder(
        toml,
        ["teacher-days.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260406\nEND:VEVENT\nEND:VCALENDAR\n"])
      #expect(try findings(in: folder) == [], "\(toml)")
      count += 1
    }
    #expect(count >= 5)
  }

  private func section(_ table: TableReference) -> String {
    var text =
      "### `\(table.header)`\n\n\(table.meaning)\n\n| key | type | default | meaning | example |\n|---|---|---|---|---|\n"
    for key in table.keys {
      let fallback =
        switch key.fallback {
        case nil: "**needed**"
        case let value? where key.hasValueAsDefault: "`\(value)`"
        case let words?: words
        }
      let type = key.words.isEmpty ? key.type : "\(key.type): \(key.words.joined(separator: ", "))"
      text += "| `\(key.name)` | \(type) | \(cell(fallback)) | \(cell(key.meaning)) | `\(cell(key.example))` |\n"
    }
    return text
  }

  private func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  private func rewrite(_ text: String) throws {
    let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
  }
}
