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

  @Test(
    "a near miss is found as well: plurals, hyphens, capitals, what hides between letters",
    arguments: [
      "contacts", "contact-visit", "CONTACT", "con\u{200D}tact", "con\u{2060}tact", "contact centre", "courts",
      "courtroom", "at court", "family-times", "social-workers", "social work visit", "placements",
      "replacement family",
      "foster", "foster-home", "fostering review", "adoptive mum", "birth-mum's flat", "bio dad", "life-story work",
      "self-harm", "selfharm", "meds", "Ritalin", "pills at eight", "inhaler", "therapies", "ADHD group", "autistic",
      "wet bed", "nappies", "toileting", "potty-training", "hoarding", "hiding food", "calories", "the Samaritans",
      "call 0800 1111", "116-123", "08\u{200B}00 1111", "ring 999", "07700 900 123", "melt-down", "burnt-out",
      "counselling", "removal day",
    ])
  func nearMisses(_ text: String) {
    #expect(!filter.allows(text))
    #expect(!filter.findings(in: text).isEmpty)
    #expect(!WordFilter(language: .german).allows(text))
  }

  @Test(
    "the same letters in another sense are left alone",
    arguments: [
      "contact lens", "Contact lenses in", "contact-lens solution", "contactless card", "tennis court", "tennis courts",
      "food court", "courtyard", "eye contact", "fail-safe", "risky", "pillow", "pillows", "footbath", "balloon",
      "poodle",
      "peel potatoes", "loop", "adhesive", "medal", "orange", "capable", "home by 17:30", "2026-03-10", "year 2026",
      "room 112", "page 1000", "diet coke",
    ])
  func otherSenses(_ text: String) {
    #expect(filter.allows(text), "\(filter.findings(in: text))")
    #expect(filter.findings(in: text) == [])
  }

  @Test("a harmless phrase excuses its own word, not another beside it")
  func harmless() {
    #expect(!filter.allows("contact lens, then contact"))
    #expect(!filter.allows("tennis court, family court"))
    #expect(!filter.allows("contact lensing"))
  }

  @Test(
    "German near misses and other senses",
    arguments: [
      ("Kontakttermin", false), ("Umgangstermin", false), ("Gerichtstermin", false), ("Jugendamt", false),
      ("Tabletten", false), ("Familienzeit", false), ("Vormundin", false), ("Klinikum", false), ("Kontaktlinsen", true),
      ("Lieblingsgericht", true), ("Rad schlagen", true), ("gewaltiger Turm", true), ("Bad", true),
      ("Badezimmer", true),
    ])
  func german(_ text: String, isAllowed: Bool) {
    #expect(WordFilter(language: .german).allows(text) == isAllowed)
  }

  @Test("a finding says why, and what could be said instead")
  func findings() {
    let findings = filter.findings(in: "Another TANTRUM!")
    #expect(findings.map(\.reason) == [.exclamation, .capitals, .behaviour])
    #expect(findings.map(\.instead) == [".", "Tantrum", "big feelings"])
    #expect(filter.findings(in: "family Therapists").map(\.word) == ["therapists"])
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
