import Testing

@testable import HavenCore

struct CardTests {
  private let box = CardBox()

  private func topic(_ words: String) -> String? {
    switch box.answer(to: words) {
    case .card(let card): card.topic
    case .programmes: Programme.topic
    case .several, .none: nil
    }
  }

  @Test("every card is read in one breath: 140 characters, one line")
  func length() {
    for card in Card.builtIn {
      #expect(card.text.count <= Card.longest, "\(card.topic) has \(card.text.count)")
      #expect(!card.text.contains("\n"))
    }
    for programme in Programme.all {
      #expect(programme.text.count <= Card.longest, "\(programme.name) has \(programme.text.count)")
    }
  }

  @Test("topics are ids, each once")
  func topics() {
    #expect(Set(Card.builtIn.map(\.topic)).count == Card.builtIn.count)
    for card in Card.builtIn { #expect(slug(of: card.topic) == card.topic) }
  }

  @Test(
    "a card is found by its topic and by everyday words for it",
    arguments: [
      ("pace", "pace"), ("Two hands", "two-hands"), ("two_hands", "two-hands"), ("reparative", "connect"),
      ("reparative parenting", "connect"), ("connected parenting", "connect"), ("anger", "fear"), ("food", "body"),
      ("lying", "fear"), ("stealing", "fear"), ("bedtime", "slow"), ("tag out", "swap"), ("praise", "notice"),
      ("regression", "soft-day"), ("blocked care", "numb"), ("sorry", "repair"), ("PACE", "pace"),
      ("programmes", "programmes"), ("TBRI", "programmes"), ("time in", "connect"), ("meltdowns", "fear"),
      ("he is lying again", "fear"), ("dysregulated", "fear"),
      ("when to ask", "when-to-ask"),
    ])
  func synonyms(words: String, topic: String) { #expect(self.topic(words) == topic) }

  @Test("a beginning is enough where only one card has it; else all of them are shown")
  func prefixes() {
    #expect(topic("prom") == "promise")
    #expect(topic("prog") == "programmes")
    guard case .several(let cards) = box.answer(to: "s") else {
      Issue.record("'s' begins more than one")
      return
    }
    #expect(cards.map(\.topic) == ["safe", "slow", "step-out", "soft-day", "swap"])
  }

  @Test("a word that is in a card finds it; one that is nowhere finds nothing")
  func text() {
    #expect(topic("biscuit") == "drip")
    #expect(box.answer(to: "xylophone") == .none)
    #expect(box.answer(to: "  ") == .none)
  }

  @Test("every synonym leads to a card that is there, and no word is claimed twice")
  func table() {
    let topics = Set(Card.builtIn.map(\.topic)).union([Programme.topic])
    var owners: [String: String] = [:]
    for (topic, words) in Card.synonyms {
      #expect(topics.contains(topic), "'\(topic)' is no card")
      for word in words {
        let folded = CardBox.folded(word)
        #expect(owners[folded] == nil, "'\(word)' is claimed by \(owners[folded] ?? "") and \(topic)")
        #expect(!topics.contains(word), "'\(word)' is a topic of its own")
        owners[folded] = topic
      }
    }
  }

  @Test("a family's own card takes the place of ours, or is a new one")
  func own() {
    let box = CardBox([Card(topic: "Pace", text: "Wink."), Card(topic: "landing", text: "Toast first.")])
    #expect(box.answer(to: "pace") == .card(Card(topic: "Pace", text: "Wink.")))
    #expect(box.answer(to: "curious") == .card(Card(topic: "Pace", text: "Wink.")))
    #expect(box.answer(to: "land") == .card(Card(topic: "landing", text: "Toast first.")))
    #expect(box.cards.count == Card.builtIn.count + 1)
  }

  @Test("a card of the family's own is found by their own words, in their own language")
  func ownWords() {
    let card = Card(topic: "pace", text: "Leicht, annehmend, neugierig, mitfühlend.", words: ["Wut", "Zorn"])
    let box = CardBox([card])
    for words in ["wut", "ZORN", "pace", "neugierig"] { #expect(box.answer(to: words) == .card(card), "\(words)") }
  }

  @Test("a reading list has the family's titles first, and a title of each named programme")
  func readings() {
    let own = [Reading(id: "explosive-child", title: "Ours"), Reading(id: "b", title: "B")]
    let list = ReadingList(own, read: ["explosive-child", "gone"])
    #expect(list.entries.prefix(2).map(\.reading.title) == ["Ours", "B"])
    #expect(list.next?.id == "b")
    #expect(list.entries.count == 2 + Programme.all.compactMap(\.reading).count - 1)
    #expect(Set(list.entries.map(\.reading.id)).count == list.entries.count)
    #expect(ReadingList(read: Set(ReadingList().entries.map(\.reading.id))).next == nil)
    #expect(list.matches("b").map(\.id) == ["b"])
  }

  @Test("each card has its week, from Monday to Sunday")
  func week() throws {
    let monday = try #require(CivilDate("2026-03-09"))
    #expect((0..<7).allSatisfy { box.card(ofTheWeekOf: monday + $0) == box.card(ofTheWeekOf: monday) })
    let year = (0..<box.cards.count).map { box.card(ofTheWeekOf: monday + 7 * $0).topic }
    #expect(Set(year).count == box.cards.count)
    #expect(box.topics.contains(box.card(ofTheWeekOf: CivilDate(dayNumber: -40_000)).topic))
  }
}
