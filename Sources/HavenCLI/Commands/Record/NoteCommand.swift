import ArgumentParser
import HavenCore

struct NoteCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl note", abstract: "Keep a few neutral words: what was seen and heard.",
    discussion: """
      In $EDITOR, or from standard input. A note is the household's record, as a hard moment's is. With --ofnr it is yours
      alone, in four lines: what you observed, what you feel, what you need, what you ask. No screen shows a note but
      'note list'.
      """)

  @Option(help: ArgumentHelp("About whom.", valueName: "C"))
  var child: String?

  @Flag(help: "Four lines of your own: observation, feeling, need, request.")
  var ofnr = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    try perform(context) { command throws(CommandFailure) in
      guard case .note(var note) = command else { return command }
      if ofnr {
        note.text = try FourLines.kept(
          try FreeText.read(context, about: "yours alone; a line may stay empty") { FourLines.empty })
      } else {
        note.text = try FreeText.read(context, about: "what was seen and heard")
      }
      guard !note.text.isEmpty else { throw CommandFailure(.no, "nothing was written, nothing is kept") }
      return .note(note)
    }
  }

  /// In a script no words can follow: there it stands for a note.
  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    .note(Note(child: child, form: ofnr ? .ofnr : .plain, text: "a note"))
  }
}
