import ArgumentParser
import HavenAPI
import HavenCore

struct Goals: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl goals", abstract: "What you do for yourself, and when it is on offer.",
    discussion: """
      Shown to you alone. 'havenctl why GOAL' says more about one goal's timing. Beside a goal with 'from = "reading"'
      stands the next title of 'havenctl reading'.
      """)

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let goals = try Daemon(context, global).goals()
    Printer(context, global).show(goals) { $0.goals(goals, nextToRead: nextToRead(goals, context)) }
    return .success
  }

  /// The next title beside each goal that draws from the reading list. The list is the shell's: havend has no part in it.
  private func nextToRead(_ goals: GoalsView, _ context: Context) -> [GoalID: String] {
    let family = Family(context, global)
    let drawing = family.household.goals.filter { $0.carer == goals.carer && $0.source == .reading }
    guard !drawing.isEmpty, let next = family.readingList(of: goals.carer, context).next else { return [:] }
    return Dictionary(drawing.map { ($0.id, next.title) }, uniquingKeysWith: { first, _ in first })
  }
}
