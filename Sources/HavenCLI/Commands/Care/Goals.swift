import ArgumentParser

struct Goals: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl goals", abstract: "What you do for yourself, and when it is on offer.",
    discussion: "Shown to you alone. 'havenctl why GOAL' says more about one goal's timing.")

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let goals = try Daemon(context, global).goals()
    Printer(context, global).show(goals) { $0.goals(goals) }
    return .success
  }
}
