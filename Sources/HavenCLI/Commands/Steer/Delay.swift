import ArgumentParser
import HavenCore

struct Delay: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl delay", abstract: "Move a step of today.",
    discussion: """
      If the child has been told of the old time, one line says that it has moved.
      Past midnight is refused.
      """)

  @Argument(help: ArgumentHelp("A step of today, or a prefix of its id that is unique.", valueName: "STEP"))
  var step: String

  @Argument(help: ArgumentHelp("How much later, in whole minutes: '10m', '1h30m'.", valueName: "DURATION"))
  var duration: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    .delay(step: step, minutes: try minutes(duration))
  }
}
