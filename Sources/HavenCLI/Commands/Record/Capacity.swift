import ArgumentParser
import HavenCore

struct Capacity: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl capacity", abstract: "How much you have left, 1 to 5. For you alone.",
    discussion: """
      At 2 and below it says what could be let go today, and what to type for it; nothing is done by itself. At 1 nothing
      is offered to you for the rest of the day. Without a number it tells what you said today; the exit code is 1 where
      you said nothing.
      """)

  @Argument(help: ArgumentHelp("1 is nothing left, 5 is plenty.", valueName: "1-5"))
  var level: Int?

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    guard let level else { throw CommandFailure(.usage, "how much is missing", hint: "havenctl capacity 3") }
    guard (1...5).contains(level) else { throw CommandFailure(.usage, "'\(level)' is not from 1 to 5") }
    return .capacity(level)
  }

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard level == nil else { return try perform(context) }
    let view = try Daemon(context, global).capacity()
    Printer(context, global).show(view) { $0.capacity(view) }
    return view.level == nil ? .no : .success
  }
}
