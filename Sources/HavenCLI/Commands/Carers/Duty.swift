import ArgumentParser
import HavenAPI
import HavenCore

struct Duty: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl duty", abstract: "Make a carer first choice until midnight; or tell who it is.",
    discussion: "Asked who it is, the exit code is 1 where nobody is on duty.")

  @Argument(help: ArgumentHelp("Who takes it.", valueName: "CARER"))
  var taker: String?

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    guard let taker else { throw CommandFailure(.usage, "the carer is missing", hint: "havenctl duty CARER") }
    return .duty(carer: taker)
  }

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard taker == nil else { return try perform(context) }
    let now = try Daemon(context, global).now()
    Printer(context, global).show(DutyTold(duty: now.duty)) { $0.duty(now) }
    return now.duty == nil ? .no : .success
  }

  /// What `duty --json` prints.
  private struct DutyTold: Encodable {
    var version = 1
    var kind = "duty"
    @ExplicitNull var duty: NowView.Carer?
  }
}
