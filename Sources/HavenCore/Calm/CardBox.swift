/// The quick cards of a family: Haven's, and their own, which take the place of one of the same topic.
public struct CardBox: Sendable {
  /// Those of the family first, then in the order in which they help.
  public let cards: [Card]

  public init(_ own: [Card] = []) {
    let topics = Set(own.map { Self.folded($0.topic) })
    cards = own + Card.builtIn.filter { !topics.contains(Self.folded($0.topic)) }
  }

  public var topics: [String] { cards.map(\.topic) }

  public enum Answer: Sendable, Equatable {
    case card(Card)
    /// More than one topic begins so.
    case several([Card])
    /// What each named programme asks, and how well it is tested.
    case programmes
    case none
  }

  /// The card of a topic; else by the family's own words for it, by a synonym, by the beginning of a topic or of a synonym, or by a word in a card.
  public func answer(to words: String) -> Answer {
    let wanted = CardBox.folded(words)
    guard !wanted.isEmpty else { return .none }
    if let card = card(wanted) { return .card(card) }
    if let card = cards.first(where: { $0.words.contains { CardBox.folded($0) == wanted } }) { return .card(card) }
    if wanted == Programme.topic { return .programmes }
    if let topic = CardBox.topicBySynonym[wanted] { return answer(ofTopic: topic) }
    // A topic's own letters come before those of a synonym.
    let begun = cards.filter { CardBox.folded($0.topic).hasPrefix(wanted) }
    if let only = begun.first { return begun.count == 1 ? .card(only) : .several(begun) }
    if Programme.topic.hasPrefix(wanted) { return .programmes }
    let near = Set(CardBox.topicBySynonym.filter { $0.key.hasPrefix(wanted) }.values)
    if near.count == 1, let topic = near.first { return answer(ofTopic: topic) }
    let meant = cards.filter { near.contains(CardBox.folded($0.topic)) }
    if !meant.isEmpty { return meant.count == 1 ? .card(meant[0]) : .several(meant) }
    let saying = cards.filter { WordMatch(words, .beginning).occurs(in: FoldedText($0.text)) }
    if saying.isEmpty { return answer(toWordsOf: wanted) }
    return saying.count == 1 ? .card(saying[0]) : .several(saying)
  }

  /// "He is lying again" is about lying, and "meltdowns" about a meltdown: each word by itself, where all of them
  /// together are nothing.
  private func answer(toWordsOf wanted: String) -> Answer {
    if wanted.hasSuffix("s"), wanted.count > 4, !wanted.contains(" ") { return answer(to: String(wanted.dropLast())) }
    guard wanted.contains(" ") else { return .none }
    var found: [Card] = []
    for word in wanted.split(separator: " ").map(String.init) where word.count > 2 && word != "again" {
      let topic =
        CardBox.topicBySynonym[word] ?? CardBox.topicBySynonym[word.hasSuffix("s") ? String(word.dropLast()) : word]
      if let card = card(topic ?? word), !found.contains(card) { found.append(card) }
    }
    if found.isEmpty { return .none }
    return found.count == 1 ? .card(found[0]) : .several(found)
  }

  /// The one to read again this week; each has its turn.
  public func card(ofTheWeekOf date: CivilDate) -> Card { cards[Week.turn(on: date, outOf: cards.count)] }

  private func card(_ folded: String) -> Card? { cards.first { CardBox.folded($0.topic) == folded } }

  private func answer(ofTopic topic: String) -> Answer {
    if topic == Programme.topic { return .programmes }
    return card(topic).map(Answer.card) ?? .none
  }

  private static let topicBySynonym: [String: String] = {
    var topics: [String: String] = [:]
    for (topic, words) in Card.synonyms {
      for word in words { topics[folded(word)] = folded(topic) }
    }
    return topics
  }()

  /// "Two-Hands", "two_hands" and "two hands" are one.
  static func folded(_ text: String) -> String {
    var folded = ""
    folded.unicodeScalars.append(contentsOf: FoldedText(text).scalars)
    return folded
  }
}
