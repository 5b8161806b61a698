import Testing

@testable import HavenCore

@Suite("Words of a record")
struct NeutralWordsTests {
  @Test("what may lie underneath judges nobody, and is a tag as it stands", arguments: NeutralWords.underneath)
  func underneath(word: String) {
    #expect(NeutralWords.tag(word) == word)
    #expect(NeutralWords.gentler(tag: word) == nil)
  }

  @Test(
    "a word that judges has a gentler one beside it, which judges nobody",
    arguments: ["defiant", "defiance", "manipulative", "attention-seeking", "naughty", "lazy", "kicked-off"])
  func gentler(word: String) throws {
    let rather = try #require(NeutralWords.gentler(tag: word))
    #expect(NeutralWords.tag(rather) == rather)
    #expect(NeutralWords.gentler(tag: rather) == nil)
  }

  @Test("in a note each such word is found as it was written")
  func note() {
    #expect(NeutralWords.verdicts(in: "shouted, left the room").isEmpty)
    let found = NeutralWords.verdicts(in: "Kicked off again, so Manipulative")
    #expect(found.map(\.word).sorted() == ["Manipulative", "kicked off"])
  }

  @Test("a tag is a word or two", arguments: [("", nil), ("a b", "a-b"), ("Müde", "müde"), ("a;b", nil), ("-", nil)])
  func tag(text: String, tag: String?) { #expect(NeutralWords.tag(text) == tag) }
}
