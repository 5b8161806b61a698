import ArgumentParser
import HavenCore

struct CardCommand: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl card", abstract: "A quick card: the essentials in one breath.",
    discussion: """
      Found by its topic, by an everyday word for it ("food", "lying", "bedtime") or by the beginning of either. Without a
      topic the topics are listed. A [[card]] of the config takes the place of the card of its topic. No daemon is asked.
      The exit code is 1 where no card answers.
      """)

  @Argument(help: ArgumentHelp("What it is about; 'programmes' for the named approaches.", valueName: "TOPIC"))
  var topic: [String] = []

  @Flag(help: "The card to read again this week, and something to let each child hear.")
  var week = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let family = Family(context, global)
    let box = CardBox(family.household.cards)
    let printer = Printer(context, global)
    defer { family.tell(context) }
    if week {
      guard topic.isEmpty else {
        throw CommandFailure(.usage, "--week chooses the card by itself", hint: "havenctl card --week")
      }
      showWeek(of: family.today(context), box, printer, family)
      return .success
    }
    let words = topic.joined(separator: " ")
    guard !words.isEmpty else {
      printer.show(Topics(topics: box.topics + [Programme.topic])) { $0.topics(box, family) }
      return .success
    }
    switch box.answer(to: words) {
    case .card(let card): show([card], printer, family)
    case .several(let cards): show(cards, printer, family)
    case .programmes: printer.show(Programmes()) { $0.programmes() }
    case .none:
      printer.show(Topics(topics: box.topics + [Programme.topic])) { $0.topics(box, family) }
      context.errors.line("havenctl: no card is about '\(printable(words))'; these are the topics")
      return .no
    }
    return .success
  }

  private func show(_ cards: [Card], _ printer: Printer, _ family: Family) {
    let answer = Cards(cards: cards.map { Cards.Card(topic: $0.topic, text: $0.text) })
    printer.show(answer) { text in cards.flatMap { text.card($0, family) } }
  }

  private func showWeek(of date: CivilDate, _ box: CardBox, _ printer: Printer, _ family: Family) {
    let card = box.card(ofTheWeekOf: date)
    let messages = family.household.children.enumerated().compactMap { index, child in
      WeeklyMessage.of(child, at: index, weekOf: date).map {
        Message(child: child.id, text: $0, practice: child.helps.isEmpty ? nil : child.helps[week(date, child.helps)])
      }
    }
    var answer = Cards(cards: [.init(topic: card.topic, text: card.text)])
    answer.messages = messages
    printer.show(answer) { $0.card(card, family) + $0.messages(messages, family) }
  }

  /// Whose turn it is of a child's `helps` this week.
  private func week(_ date: CivilDate, _ helps: [String]) -> Int {
    let week = date.startOfWeek.dayNumber / 7
    return (week % helps.count + helps.count) % helps.count
  }

  struct Message: Encodable {
    var child: ChildID
    var text: String
    /// One of the child's `helps`; left out where there is none.
    var practice: String?
  }

  /// What `card --json` prints, by what was asked.
  private struct Cards: Encodable {
    var version = 1
    var kind = "cards"
    var cards: [Card]
    /// With `--week`.
    var messages: [Message]?

    struct Card: Encodable {
      var topic: String
      var text: String
    }
  }

  private struct Topics: Encodable {
    var version = 1
    var kind = "topics"
    var topics: [String]
  }

  private struct Programmes: Encodable {
    var version = 1
    var kind = "programmes"
    var programmes = Programme.all.map {
      Entry(name: $0.name, asks: $0.asks, inHaven: $0.inHaven, tested: $0.tested)
    }

    struct Entry: Encodable {
      var name: String
      var asks: String
      var inHaven: String
      var tested: String
    }
  }
}
