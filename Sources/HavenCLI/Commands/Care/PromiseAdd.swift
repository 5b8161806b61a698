import ArgumentParser
import HavenCore

struct PromiseAdd: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl promise add", abstract: "Keep a promise in mind.")

  @Argument(help: ArgumentHelp("A short name for it: letters, digits, hyphens.", valueName: "ID"))
  var promise: String

  @Option(help: ArgumentHelp("When: '17:30', 'in 2h', 'tomorrow 17:00', 'Sat 10:00'.", valueName: "WHEN"))
  var due: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    let moment = try MomentWord(parsing: due)
    return .promiseAdd(id: promise, dueAt: moment.instant(now: clock.now, zone: try clock.zone()))
  }
}
