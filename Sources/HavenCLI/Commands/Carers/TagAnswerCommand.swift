import ArgumentParser
import HavenCore

struct TagAnswerCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl tag answer", abstract: "Answer a carer who asked to swap.")

  @Argument(help: ArgumentHelp("What you can do.", valueName: "yes|later|no"))
  var answer: TagAnswer

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .tagAnswer(answer) }
}
