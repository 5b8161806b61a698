import ArgumentParser
import HavenCore

struct RespiteCancel: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl respite cancel", abstract: "Give up a booking.")

  @Argument(help: ArgumentHelp("solo:CARER, couple, sibling:CHILD or overnight.", valueName: "LANE"))
  var laneName: String

  @Argument(help: ArgumentHelp("When it was to begin.", valueName: "FROM"))
  var from: String

  @Option(
    help: ArgumentHelp("Who could not: us, sitter, crisis or agency. It counts against nobody.", valueName: "WHO"))
  var by: CalledOff?

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    let start = try MomentWord(parsing: from).civil(.ahead, now: clock.now, zone: try clock.zone())
    return .respiteCancel(lane: try lane(laneName), from: start, by: by)
  }
}
