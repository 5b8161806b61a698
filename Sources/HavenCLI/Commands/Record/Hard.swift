import ArgumentParser
import HavenCore

struct Hard: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl hard", abstract: "Record a hard moment that is over, in ten seconds.",
    discussion: """
      It tells what a body may need first and what helped before. That child's warnings rest for twenty minutes, and
      nothing is asked of you for an hour. 'hard edit' adds what comes to mind later.
      """)

  @Option(help: ArgumentHelp("Whose; all children where it is left out.", valueName: "C"))
  var child: String?

  @OptionGroup var options: HardOptions
  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    try perform(context) { command throws(CommandFailure) in
      guard options.note, case .hard(var moment) = command else { return command }
      let note = try FreeText.read(context, about: "what happened, as you saw it")
      moment.note = note.isEmpty ? nil : note
      return .hard(moment)
    }
  }

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    let said = try options.edit(child: child, clock)
    return .hard(
      HardMoment(
        child: child, size: said.size ?? 2, settle: said.settle, tags: said.tags ?? [], helped: said.helped ?? [],
        at: said.at))
  }
}
