import ArgumentParser
import HavenCore

struct AnswerCue: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl answer", abstract: "Press a button of a notification from the shell.")

  @Argument(help: ArgumentHelp("The cue's id, or a prefix that is unique.", valueName: "CUE"))
  var cue: String

  @Argument(help: ArgumentHelp("done, later (in five minutes), not-today or dismiss.", valueName: "ANSWER"))
  var answer: Answer

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .answer(cue: cue, answer) }
}
