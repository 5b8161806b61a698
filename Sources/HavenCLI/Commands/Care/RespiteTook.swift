import ArgumentParser
import HavenCore

struct RespiteTook: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl respite took", abstract: "Count time off that you had.")

  @Argument(help: ArgumentHelp("solo:CARER, couple, sibling:CHILD or overnight.", valueName: "LANE"))
  var laneName: String

  @Argument(help: ArgumentHelp("'2h', '90m'.", valueName: "DURATION"))
  var duration: String

  @Option(name: .customLong("on"), help: ArgumentHelp("When; today where it is left out.", valueName: "DATE"))
  var date: String?

  @Flag(help: "At home or on call: kept beside the total, not in it.")
  var atHome = false

  @Flag(help: "It ended earlier than it was to.")
  var shortened = false

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    let today = try clock.zone().date(at: clock.now)
    let day = try date.map { text throws(CommandFailure) in try DayWord(parsing: text) } ?? .offset(0)
    return .respiteTook(
      lane: try lane(laneName), date: day.date(today: today), minutes: try minutes(duration), counts: !atHome,
      shortened: shortened ? true : nil)
  }
}
