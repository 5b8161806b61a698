import ArgumentParser
import HavenCore

struct GoalCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl goal", abstract: "Say how it went with a goal of yours.",
    discussion: "Part of it counts, with the minutes it took. 'not-today' is an answer like any other.")

  @Argument(help: ArgumentHelp("done, part, not-today, keep, shrink or let-go.", valueName: "ACT"))
  var act: GoalAct

  @Argument(help: ArgumentHelp("The goal's id, or a prefix that is unique.", valueName: "GOAL"))
  var goal: String

  @Option(
    name: .customLong("minutes"), help: ArgumentHelp("What it took, of done and part: '10', '1h30m'.", valueName: "N"))
  var length: String?

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    let took = try length.map { text throws(CommandFailure) in
      if let number = Int(text) { return number }
      return try minutes(text)
    }
    if let took, !(1...1440).contains(took) { throw CommandFailure(.usage, "'\(took)' is not minutes of a day") }
    return .goal(id: goal, act, minutes: took)
  }
}
