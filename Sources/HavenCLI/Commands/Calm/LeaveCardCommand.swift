import ArgumentParser
import HavenAPI
import HavenCore

struct LeaveCardCommand: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl leave-card",
    abstract: "What to take along on paper for the changes away from home.",
    discussion: """
      The warnings of changes that happen away from home, with words to say; they are never on the desktop. The exit code is
      1 where there is nothing to carry.
      """)

  @Argument(help: ArgumentHelp("'2026-03-10', 'tomorrow', 'Sat'; today where it is left out.", valueName: "DATE"))
  var date: String?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let word = try date.map { text throws(CommandFailure) in try DayWord(parsing: text) } ?? .offset(0)
    let day = try PlanSource(context, global).day(word)
    let family = Family(context, global)
    let card = LeaveCard(day, family, level: global.discreet ? .generic : .full, language: context.language)
    Printer(context, global).show(Answer(card)) { $0.leaveCard(card, family) }
    return card.isEmpty ? .no : .success
  }

  /// What `leave-card --json` prints.
  private struct Answer: Encodable {
    var version = 1
    var kind = "leave-card"
    var date: CivilDate
    var pack: [Pack]
    var moments: [Moment]

    init(_ card: LeaveCard) {
      date = card.date
      pack = card.pack.map { Pack(children: $0.children, due: $0.due) }
      moments = card.moments.map {
        Moment(at: $0.at, child: $0.child, rung: $0.rung, title: $0.title, lines: $0.lines)
      }
    }

    struct Pack: Encodable {
      var children: [ChildID]
      var due: Stamp
    }

    struct Moment: Encodable {
      var at: Stamp
      var child: ChildID
      var rung: String
      var title: String
      var lines: [String]
    }
  }
}

extension TextRender {
  func leaveCard(_ card: LeaveCard, _ family: Family) -> [String] {
    let day = dateText(card.date)
    guard !card.isEmpty else { return ["nothing to carry on \(day)"] }
    var lines = [style.strong("To take along, \(day)")]
    for pack in card.pack {
      let who = listText(pack.children.map { family.name(of: $0, style) })
      lines += hanging("pack: a snack and a drink for \(who), due about \(pack.due.wall.time)")
    }
    for moment in card.moments {
      lines += labelled("\(moment.at.wall.time)", printable(moment.title), column: 7)
      for line in moment.lines { lines += labelled("", printable(line), column: 7) }
    }
    return lines
  }
}
