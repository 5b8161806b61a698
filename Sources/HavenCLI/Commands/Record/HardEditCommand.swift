import ArgumentParser
import HavenAPI
import HavenCore

struct HardEditCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl hard edit", abstract: "Change what is kept of a hard moment.",
    discussion: "What is given takes the place of what was there, and what was there is erased.")

  @Argument(help: ArgumentHelp("Its number in 'hard list'; the last one recorded.", valueName: "N|last"))
  var moment = "last"

  @Option(help: ArgumentHelp("Whose it was.", valueName: "C"))
  var child: String?

  @OptionGroup var options: HardOptions
  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    try perform(context) { command throws(CommandFailure) in
      guard options.note, case .hardEdit(let moment, var edit) = command else { return command }
      edit.note = try FreeText.read(context, about: "what happened, as you saw it") { () throws(CommandFailure) in
        // The last one recorded has the highest number.
        let moments = try Daemon(context, global).hardMoments(child: nil, count: HardListView.most).moments
        return
          (moment.map { number in moments.first { $0.moment == number } } ?? moments.max { $0.moment < $1.moment })?
          .note
      }
      return .hardEdit(moment: moment, edit)
    }
  }

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    let edit = try options.edit(child: child, clock)
    guard !edit.isEmpty || options.note else {
      throw CommandFailure(.usage, "nothing to change", hint: "havenctl hard edit --tag tired --helped tea")
    }
    return .hardEdit(moment: try hardNumber(moment), edit)
  }
}

/// The number of a hard moment; nil for `last`.
func hardNumber(_ text: String) throws(CommandFailure) -> Int? {
  if text == "last" { return nil }
  guard let number = Int(text), number > 0 else {
    throw CommandFailure(.usage, "'\(printable(text))' is not a hard moment's number", hint: "havenctl hard list")
  }
  return number
}
