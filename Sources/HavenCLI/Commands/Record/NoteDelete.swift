import ArgumentParser
import HavenCore

struct NoteDelete: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl note delete", abstract: "Erase a note from the record.",
    discussion: "Nothing of it is kept on the disk. 'undo' brings it back for ten minutes, while havend runs.")

  @Argument(help: ArgumentHelp("Its number in 'note list'; the last one recorded.", valueName: "N|last"))
  var note = "last"

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    if note == "last" { return .noteDelete(note: nil) }
    guard let number = Int(note), number > 0 else {
      throw CommandFailure(.usage, "'\(printable(note))' is not a note's number", hint: "havenctl note list")
    }
    return .noteDelete(note: number)
  }
}
