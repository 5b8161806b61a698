import ArgumentParser
import HavenCore

struct RespiteForgive: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl respite forgive", abstract: "Begin a lane again with nothing owed.")

  @Argument(help: ArgumentHelp("solo:CARER, couple, sibling:CHILD or overnight.", valueName: "LANE"))
  var laneName: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .respiteForgive(lane: try lane(laneName)) }
}
