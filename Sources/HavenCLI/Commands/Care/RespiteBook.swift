import ArgumentParser
import HavenCore

struct RespiteBook: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl respite book", abstract: "Book time off.")

  @Argument(help: ArgumentHelp("solo:CARER, couple, sibling:CHILD or overnight.", valueName: "LANE"))
  var laneName: String

  @Argument(help: ArgumentHelp("'Sat 10:00/Sat 13:00', '2026-03-21T10:00/2026-03-21T13:00'.", valueName: "FROM/TO"))
  var span: String

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    let ends = span.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2 else {
      throw CommandFailure(
        .usage, "'\(printable(span))' is not a stretch of time", hint: "write 'Sat 10:00/Sat 13:00'")
    }
    let from = try MomentWord(parsing: ends[0]).civil(.ahead, now: clock.now, zone: try clock.zone())
    let to = try MomentWord(parsing: ends[1]).civil(.ahead, now: clock.now, zone: try clock.zone())
    guard from < to else {
      throw CommandFailure(.usage, "'\(printable(span))' ends before it begins", hint: "write the earlier moment first")
    }
    return .respiteBook(lane: try lane(laneName), from: from, to: to)
  }
}
