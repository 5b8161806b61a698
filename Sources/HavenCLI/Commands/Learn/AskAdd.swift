import ArgumentParser
import HavenAPI
import HavenCore

struct AskAdd: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl ask add", abstract: "Keep a question to take along.",
    discussion: """
      It is yours alone. The words come by standard input or in $EDITOR. When an appointment of yours is a day away,
      'now' says how many are kept.
      """)

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("therapist, coach, group, school, doctor or social-worker.", valueName: "WHOM"))
  var audience: Question.Audience?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let text = try FreeText.read(context, about: "one question to take along")
    let act = try Daemon(context, global).perform(.ask(Question(audience: audience, text: text)))
    Printer(context, global).show(act) { $0.act(act) }
    return .success
  }
}

extension Question.Audience: ExpressibleByArgument {}
