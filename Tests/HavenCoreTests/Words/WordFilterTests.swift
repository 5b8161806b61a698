import Testing

@testable import HavenCore

struct WordFilterTests {
  private let filter = WordFilter(language: .english)

  @Test(
    "words that no screen may say are found, whatever their case, their spaces and what hides in them",
    arguments: [
      "a bad day", "BAD", "bad\u{301} day", "b\u{AD}ad", "contact", "con\u{200B}tact", "family  time", "family-time",
      "Family_Time", "placements", "medication", "therapy", "overdue", "day streak", "or else", "last chance",
      "tantrum", "meltdowns", "at risk", "anniversary", "social worker", "ſhould", "attention-seeking", "yes!", "¡hola",
      "SHOES",
    ])
  func found(_ text: String) {
    #expect(!filter.allows(text))
    #expect(!filter.findings(in: text).isEmpty)
  }

  @Test(
    "ordinary words are left alone",
    arguments: [
      "badger and badge", "tea", "TV, then PE kit", "OK", "asterisk", "courtyard", "failsafe", "lights out",
      "shoulder ride", "console off, beside Marta", "leave for school", "tablet ends, help lay the table",
    ])
  func left(_ text: String) {
    #expect(filter.allows(text))
    #expect(filter.findings(in: text) == [])
  }

  @Test("a finding says why, and what could be said instead")
  func findings() {
    let findings = filter.findings(in: "Another TANTRUM!")
    #expect(findings.map(\.reason) == [.exclamation, .capitals, .behaviour])
    #expect(findings.map(\.instead) == [".", "Tantrum", "big feelings"])
  }

  @Test("a bath is a Bad in German, and bad in English")
  func bath() {
    #expect(WordFilter(language: .german).allows("Bad, dann Geschichte"))
    #expect(!WordFilter(language: .german).allows("schlechter Tag"))
    #expect(!filter.allows("Bad"))
  }

  @Test("every forbidden word is found by the filter of its language", arguments: Language.allCases)
  func complete(_ language: Language) {
    let filter = WordFilter(language: language)
    for word in filter.words { #expect(!filter.allows("x \(word.match.text) y"), "\(word.match.text)") }
  }

  @Test("every gentler word may be shown", arguments: Language.allCases)
  func gentler(_ language: Language) {
    let filter = WordFilter(language: language)
    for word in filter.words {
      if let instead = word.instead { #expect(filter.allows(instead), "'\(instead)' for '\(word.match.text)'") }
    }
  }
}

struct AvoidListTests {
  @Test("a short word is avoided whole, a longer one with its endings, a long one inside others too")
  func extents() {
    #expect(AvoidList(["tea"]).allows("team"))
    #expect(!AvoidList(["tea"]).allows("Tea, then bath"))
    #expect(!AvoidList(["hurry"]).allows("no hurrying"))
    #expect(!AvoidList(["surprise"]).allows("birthday-surprises"))
    #expect(!AvoidList(["geburtstag"]).allows("Kindergeburtstag"))
  }

  @Test("a phrase is avoided whatever separates its words")
  func phrases() { #expect(AvoidList(["last chance"]).word(in: "a Last-chance go") == "last chance") }

  @Test("an accent may be written either way")
  func accents() { #expect(!AvoidList(["café"]).allows("to the cafe\u{301}")) }

  @Test("an empty list, or an empty word, avoids nothing")
  func empty() {
    #expect(AvoidList([]).allows("anything"))
    #expect(AvoidList(["", " "]).allows("anything"))
  }
}
