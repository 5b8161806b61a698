import ArgumentParser
import HavenCore

struct Noticed: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl noticed", abstract: "You saw something small and true, and said so.",
    discussion: "The words may come by standard input: echo 'waited for wren at the gate' | havenctl noticed")

  @Flag(help: "Write down what it was: from standard input, or in $EDITOR.")
  var note = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    try perform(context) { command throws(CommandFailure) in
      guard note || FreeText.isPiped(context) else { return command }
      let text = try FreeText.read(context, about: "what you saw, small and true")
      return .noticed(note: text.isEmpty ? nil : text)
    }
  }

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .noticed() }
}
