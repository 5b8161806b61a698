import Testing

@testable import HavenCore

/// One pass over a text's bytes may call it plain only where reading it properly finds nothing.
struct GlanceTests {
  private static let filters = Language.allCases.map { WordFilter(language: $0) }

  private func isSeenThrough(_ text: String, _ filter: WordFilter) -> Bool {
    let glance = Glance(at: text, for: filter.openings)
    return glance.isPlain && (!filter.allowsReading(text) || glance.hasDigits != DigitFree.hasDigits(text))
  }

  @Test("no forbidden word is plain, wherever it stands and however it is written", arguments: Language.allCases)
  func forbidden(_ language: Language) {
    let filter = WordFilter(language: language)
    for word in filter.words.map(\.match.text) {
      for text in [
        word, word.uppercased(), "\(word), then tea", "tea → \(word)", "(\(word))", "“\(word)”", "tea-\(word)",
        "\(word).",
        word.replacing(" ", with: "-"), word.replacing(" ", with: "  "), word.replacing(" ", with: "–"), "2\(word)",
        "x\(word)y", "\(word)\(word)", "  \(word)", "\n\(word)", "…\(word)",
      ] {
        #expect(!isSeenThrough(text, filter), "\(text)")
      }
    }
  }

  @Test("of texts made up of all that a screen minds, none is plain that may not be shown")
  func random() {
    let pieces =
      Self.filters.flatMap { $0.words.map(\.match.text) }
      + [
        "tea", "lights out", "last", "one", "then", "room 12", "17:30", "0800 1111", "TV", "PE kit", "NOW", "ÄÖÜ", "ß",
        "é",
        "e\u{301}", "ſhould", "→", "…", "“", "”", "’", "'", "-", "–", "\u{2011}", "_", " ", "  ", "\n", "\t", "!", "¡",
        "？",
        "½", "×", "÷", "\u{AD}", "\u{200B}", "\u{2068}", "\u{0}", "\u{A0}", "🦊", "日", "A", "B", "C", "9", ",", ".",
      ]
    var state: UInt64 = 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var plain = 0
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0...next(6) {
        let piece = pieces[next(pieces.count)]
        // Often a part of a word: what is nearly forbidden is not.
        text += next(3) == 0 ? String(piece.prefix(next(piece.count + 1))) : piece
        if next(2) == 0 { text += " " }
      }
      for filter in Self.filters {
        #expect(!isSeenThrough(text, filter), "\(text.debugDescription)")
        if Glance(at: text, for: filter.openings).isPlain { plain += 1 }
      }
    }
    #expect(plain > 4000)
  }

  @Test("what families write and avoid is shown or not, whether it is glanced at or read")
  func avoided() {
    for avoid in HostileWords.avoid {
      var child = Child(id: "otter")
      child.avoid = avoid
      var household = HarbourFamily.household
      household.children = [child]
      let wording = Wording(household: household, zone: .utc)
      for allowsDigits in [true, false] {
        let screen = wording.screen(for: ["otter"], allowsDigits: allowsDigits)
        for text in HostileWords.labels + HostileWords.sentences.compactMap({ $0 }) + avoid.map({ "x \($0) y" }) {
          let isRead =
            (allowsDigits || !DigitFree.hasDigits(text)) && AvoidList(avoid).allows(text)
            && wording.filter.allowsReading(text)
          #expect(screen.allows(text) == isRead, "\(text) \(avoid)")
        }
      }
    }
  }

  @Test("nearly everything that Haven says is plain")
  func plain() {
    let wording = Wording(household: HarbourFamily.household, zone: .utc)
    let screen = wording.screen(for: ["otter", "wren"], allowsDigits: true)
    for text in [
      "Otter in twenty minutes: tablet → shoes and bags", "Wren: last one, then bath, washcloth choice",
      "Go near and play along; one breath first. Small and kind: two funny faces.", "Otter in 10 min: get dressed",
      "“Ten minutes more, then tea.”\nLet this one finish, and look at it together.", "Café, then Straße", "At 17:30",
    ] {
      #expect(Glance(at: text, for: screen.openings).isPlain, "\(text)")
    }
  }

  @Test("a label that is plain at sight is what cleaning it letter by letter makes of it")
  func labels() {
    #expect(ScreenText.label("tea, then PE kit.") == "tea, then PE kit")
    #expect(ScreenText.label("NOW tea") == "Now tea")
    #expect(ScreenText.label("tea  ;") == "tea")
    #expect(ScreenText.label(".") == nil)
    #expect(ScreenText.isVisible("→") && !ScreenText.isVisible("…") && !ScreenText.isVisible("\u{E000}"))
    #expect("räv".sentenceCased == "Räv" && "é".sentenceCased == "É" && "e\u{301}a".sentenceCased == "E\u{301}a")
    #expect("".sentenceCased.isEmpty && "x".sentenceCased == "X" && "1x".sentenceCased == "1x")
  }
}
