import ArgumentParser
import HavenCore

struct Day: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl day", abstract: "The steps of a day; with --json its cues as well.",
    discussion: "With --config the day is worked out from the config alone, and no daemon is asked.")

  @Argument(help: ArgumentHelp("'2026-03-10', 'tomorrow', 'Sat'; today where it is left out.", valueName: "DATE"))
  var date: String?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let word = try date.map { text throws(CommandFailure) in try DayWord(parsing: text) } ?? .offset(0)
    let day = try PlanSource(context, global).day(word)
    Printer(context, global).show(day) { $0.day(day) }
    return .success
  }
}
