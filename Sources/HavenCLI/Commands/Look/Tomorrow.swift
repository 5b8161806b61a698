import ArgumentParser

struct Tomorrow: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl tomorrow", abstract: "What differs tomorrow from usual, and nothing else.",
    discussion: "Usual is the same weekday of the last weeks. With --config no daemon is asked.")

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let tomorrow = try PlanSource(context, global).tomorrow()
    Printer(context, global).show(tomorrow) { $0.tomorrow(tomorrow) }
    return .success
  }
}
