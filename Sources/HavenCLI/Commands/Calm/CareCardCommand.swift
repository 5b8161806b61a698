import ArgumentParser
import HavenCore

struct CareCardCommand: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl care-card",
    abstract: "One page for a sitter, a school or grandparents.",
    discussion: """
      The day, the warnings before a change in words, what helps, what we hold, food, and whom to call; by alias only, with
      no history and no diagnosis. Your own sentences that tell of health, of the past or of who somebody is are left out.
      No daemon is asked.
      """)

  @Option(help: ArgumentHelp("Only what is about this child.", valueName: "CHILD"))
  var child: String?

  @Option(help: ArgumentHelp("The date whose day is shown; today where it is left out.", valueName: "DATE"))
  var date: String?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let family = Family(context, global)
    let word = try date.map { text throws(CommandFailure) in try DayWord(parsing: text) } ?? .offset(0)
    let date = word.date(today: family.today(context))
    // From a config with a fault no day is planned: what is left out of it would be missing on the paper.
    let plan = family.note == nil ? Planner(household: family.household, zone: family.zone).plan(for: date) : nil
    let alias = try child.map { text throws(CommandFailure) in
      try onlyAlias(text, among: family.household.children.map(\.id))
    }
    let card = CareCard(
      family.household, plan: plan, zone: family.zone, child: alias, language: context.language)
    Printer(context, global).show(Answer(sections: card.sections)) { $0.careCard(card, family) }
    family.tell(context)
    return .success
  }

  /// What `care-card --json` prints.
  private struct Answer: Encodable {
    var version = 1
    var kind = "care-card"
    var sections: [Section]

    init(sections: [CareCard.Section]) {
      self.sections = sections.map { Section(title: $0.title, lines: $0.lines) }
    }

    struct Section: Encodable {
      var title: String
      var lines: [String]
    }
  }
}

extension TextRender {
  func careCard(_ card: CareCard, _ family: Family) -> [String] {
    Array(
      card.sections.map { section in
        [style.strong(section.title)] + section.lines.flatMap { hanging(family.text($0, style)) }
      }.joined(separator: [""]))
  }
}
