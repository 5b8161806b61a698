import ArgumentParser
import HavenAPI
import HavenCore

struct AskList: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl ask list", abstract: "Your questions, to take along or to print.",
    discussion: """
      The exit code is 1 where there is none.
      """)

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let view = try Daemon(context, global).questions()
    Printer(context, global).show(view) { $0.questions(view) }
    return view.questions.isEmpty ? .no : .success
  }
}
