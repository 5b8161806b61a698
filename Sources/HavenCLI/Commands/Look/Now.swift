import ArgumentParser

struct Now: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl now", abstract: "What is now, and what comes next, on one screen.",
    discussion: "The exit code is 1 where no child has a step now and none is to come.")

  @OptionGroup var global: GlobalOptions

  static func run(_ context: Context, _ options: PlainOptions) throws(CommandFailure) -> CommandStatus {
    let now = try Daemon(context, options).now()
    Printer(context, options).show(now) { $0.now(now) }
    return now.children.allSatisfy { $0.step == nil } && now.nextStep == nil ? .no : .success
  }
}
