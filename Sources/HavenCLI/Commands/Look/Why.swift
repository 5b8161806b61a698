import ArgumentParser

struct Why: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl why", abstract: "What a step is for, and how its warnings came to be.")

  @Argument(help: ArgumentHelp("A step of today, else of tomorrow, or a prefix of its id.", valueName: "STEP"))
  var step: String

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let why = try Daemon(context, global).why(step: step)
    Printer(context, global).show(why) { $0.why(why) }
    return .success
  }
}
