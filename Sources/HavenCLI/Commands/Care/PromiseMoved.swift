import ArgumentParser
import HavenCore

struct PromiseMoved: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl promise moved", abstract: "A promise has another time now, and the child was told.")

  @Argument(help: ArgumentHelp("The promise.", valueName: "ID"))
  var promise: String

  @Option(help: ArgumentHelp("When: '17:30', 'in 2h', 'tomorrow 17:00', 'Sat 10:00'.", valueName: "WHEN"))
  var due: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    let moment = try MomentWord(parsing: due)
    return .promiseMoved(id: promise, dueAt: moment.instant(now: clock.now, zone: try clock.zone()))
  }
}
