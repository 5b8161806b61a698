import Testing

@testable import HavenCore

struct BlockLettersTests {
  @Test("a word is four rows of half blocks, lower case")
  func word() {
    #expect(
      BlockLetters.rows(of: "Tea", width: 40) == [
        "▄",
        "█▀▀ ▄██▄ ▄▀▀█",
        "▀▄▄ ▀▄▄▄ ▀▄▄█",
        "",
      ])
    #expect(BlockLetters.rows(of: "Tea", width: 40) == BlockLetters.rows(of: "tea", width: 40))
  }

  @Test("words go to the next line where they do not fit, and no line is wider than the screen")
  func lines() throws {
    let rows = try #require(BlockLetters.rows(of: "tablet ends, help lay the table", width: 40))
    #expect(rows.count % 5 == 4)
    for row in rows { #expect(row.count <= 40) }
  }

  @Test("an accent is drawn without it; a letter that has no shape, or a word that is too wide, is left to plain text")
  func others() {
    #expect(BlockLetters.rows(of: "café", width: 40) == BlockLetters.rows(of: "cafe", width: 40))
    #expect(BlockLetters.rows(of: "お茶", width: 40) == nil)
    #expect(BlockLetters.rows(of: "trampolining", width: 20) == nil)
    #expect(BlockLetters.rows(of: "", width: 20) == [])
  }

  @Test("every letter and digit has eight rows of one width")
  func font() {
    for character in "abcdefghijklmnopqrstuvwxyz0123456789.,:-'+&" { #expect(BlockFont.glyphs[character] != nil) }
    for (character, rows) in BlockFont.glyphs {
      #expect(rows.count == 8 && Set(rows.map(\.count)).count == 1, "\(character)")
    }
  }
}
