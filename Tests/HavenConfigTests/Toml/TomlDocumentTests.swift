import Testing

@testable import HavenConfig

struct TomlDocumentTests {
  private func document(_ text: String) throws -> TomlDocument {
    try TomlDocument(Array(text.utf8), file: "x.toml", order: 0)
  }

  private func syntaxFault(_ text: String) -> TomlFault? {
    do {
      _ = try TomlDocument(Array(text.utf8), file: "x.toml", order: 0)
      return nil
    } catch {
      return error
    }
  }

  @Test("every key and value has its line and column, in letters and not in bytes")
  func places() throws {
    let root = try document("[household]\n  text = \"é\"  # ü\n\"wörk\" = { b = [1, \"x\"] }\n").root
    let house = try #require(root["household"])
    let text = try #require(house["text"])
    #expect((text.keyPlace.line, text.keyPlace.column) == (2, 3))
    #expect((text.place.line, text.place.column) == (2, 10))
    let list = try #require(house["wörk"]?["b"])
    #expect(list.children.map { "\($0.place.line):\($0.place.column)" } == ["3:17", "3:20"])
  }

  @Test("keys come in the order written, and tables of a list too")
  func order() throws {
    let root = try document("z = 1\na = 2\n[[r]]\nm = 1\nb = 2\n[[r]]\n").root
    #expect(root.children.map(\.key) == ["z", "a", "r"])
    #expect(root["r"]?.kind == .arrayOfTables)
    #expect(root["r"]?.count == 2)
  }

  @Test("dates and times without quotes read as the text that they would be in quotes")
  func dates() throws {
    let root = try document("a = 2026-03-10\nb = 07:30:00\nc = 2026-03-10T07:30:00\n").root
    #expect(root.children.map(\.text) == ["2026-03-10", "07:30", "2026-03-10T07:30"])
  }

  @Test("a byte order mark and Windows line ends are no fault")
  func windows() throws {
    let root = try document("\u{FEFF}a = 1\r\nb = 2\r\n").root
    #expect(root.children.map(\.key) == ["a", "b"])
    #expect(root["b"]?.place.line == 2)
  }

  @Test("a syntax fault has its place")
  func fault() throws {
    let fault = try #require(syntaxFault("a = 1\nb = = 2\n"))
    #expect((fault.line, fault.column) == (2, 5))
  }

  @Test("a key of thousands of parts is refused before it can overflow the stack")
  func deepKeys() throws {
    for text in [
      String(repeating: "a.", count: 1_000_000) + "a = 1", "[" + String(repeating: "a.", count: 1_000_000) + "a]",
      "x = { y = 1, " + String(repeating: "'a' . ", count: 100_000) + "b = 1 }",
      "x = { a = \"\"\"\"\"\"\", " + String(repeating: "b.", count: 100_000) + "c = 1 }",
    ] {
      let fault = try #require(syntaxFault(text))
      #expect(fault.text == "a key has more than 32 dotted parts" || fault.line == 1)
    }
  }

  @Test("lists and inline tables nested without end are refused", arguments: ["[", "{a="])
  func deepValues(opening: String) throws {
    #expect(syntaxFault("x = " + String(repeating: opening, count: 200_000)) != nil)
  }

  @Test(
    "letters outside ASCII where no letter may be are a fault, not a crash",
    arguments: ["é = 1", "a = 1 é", "ａ", "\u{2028}", "a = \u{1F9A6}"])
  func unicode(text: String) {
    #expect(syntaxFault(text) != nil)
  }

  @Test("an empty file is an empty table")
  func empty() throws {
    #expect(try document("").root.count == 0)
  }
}
