import ArgumentParser
import HavenCore

struct GoalCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl goal", abstract: "Say how it went with a goal of yours.")

  @Argument(help: ArgumentHelp("done, part, not-today, keep, shrink or let-go.", valueName: "ACT"))
  var act: GoalAct

  @Argument(help: ArgumentHelp("The goal's id, or a prefix that is unique.", valueName: "GOAL"))
  var goal: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .goal(id: goal, act) }
}
