import Testing

@testable import HavenConfig

struct TomlRecoveryTests {
  @Test("every syntax fault of a file is told, with its line and column")
  func several() throws {
    let told = try findings(
      "[household]\ndigest = 20:30\ntext \"public\"\n[[carer]\nid = \"x\"\n[[child]]\nid = \"a\"\nid = \"b\"\n")
    #expect(
      told == [
        "2:15: error: expected ':', found '\\n' (in a time); write times and dates in quotes, such as \"07:30\"",
        "3:6: error: expected '=', found '\"' (in a key-value pair); write KEY = VALUE",
        "4:9: error: expected ']', found '\\n' (in a table header)",
        "8:6: error: 'id' is written twice; keep one of the two",
      ])
  }

  @Test("a fault in the middle of a list takes the list with it, and nothing else")
  func list() throws {
    let told = try findings("[[routine]]\nid = \"r\"\nsteps = [\n  \"07:00 wake\",\n  \"07:30 tea,\n]\nnmae = \"x\"\n")
    #expect(
      told == [
        "5:14: error: the text goes on behind its line, or holds a control character; close it with a quote",
        "7:1: error: unknown key 'nmae' in [[routine]]; did you mean 'name'?",
      ])
  }

  @Test("faults of meaning are told beside faults of syntax, but not what may be missing only because of them")
  func meaning() throws {
    let told = try findings("[[carer]]\nid = \"ros\n[[child]]\nid = \"otter\"\nkey-carer = \"ros\"\nfuel = 5\n")
    #expect(
      told == [
        "2:10: error: the text goes on behind its line, or holds a control character; close it with a quote",
        "6:8: error: expected whole minutes or false, found 5; write 60 to 180, or false for no clock",
      ])
  }

  @Test("bytes that are not UTF-8 are told with their line")
  func encoding() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Array("[[carer]]\nname = \"R".utf8) + [0xE9, 0xFF] + Array("s\"\n# ".utf8) + [0xC0] + [0x0A], to: "haven.toml")
    let told = try findings(in: folder)
    #expect(
      told == [
        "2:10: error: the byte 0xE9 is not UTF-8; save the file as UTF-8",
        "3:3: error: the byte 0xC0 is not UTF-8; save the file as UTF-8",
      ])
  }

  @Test("a text without quotes, and a table written twice, have words of their own")
  func wording() throws {
    let told = try findings("[household]\ntext = public\n[household]\n")
    #expect(
      told == [
        "2:8: error: the value cannot be read; write text in quotes",
        "3:1: error: 'household' is written twice; keep one of the two",
      ])
  }

  @Test("a file in another language gives a few faults and ends")
  func another() throws {
    let told = try findings(String(repeating: "<xml attribute=\"1\">text</xml>\n", count: 5000))
    #expect((1...20).contains(told.count))
  }
}
