import ArgumentParser
import HavenAPI
import HavenCore

struct Night: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl night",
    abstract: "Three dim lines for the middle of the night; or a stamp.",
    discussion: "Alone it says who is on tonight and what settles, with or without a daemon, and records nothing.")

  @Argument(help: ArgumentHelp("Stamp a broken night; left out, nothing is recorded.", valueName: "up|down"))
  var state: UpDown?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard state == nil else { return try perform(context) }
    let family = Family(context, global)
    let carer = carerTonight(context, family)
    let settle = SettlePlan.line(family.household.safetyPlans)
    Printer(context, global).show(Tonight(carer: carer, settle: settle)) { $0.night(on: carer, settle: settle, family) }
    return .success
  }

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    guard let state else {
      throw CommandFailure(.usage, "'night' alone changes nothing", hint: "'night up', or 'night down'")
    }
    return .night(up: state == .up)
  }

  /// The daemon knows who has taken over from whom; without it the written windows say.
  private func carerTonight(_ context: Context, _ family: Family) -> String? {
    if global.config == nil, let now = try? Daemon(context, global).now() { return now.duty?.name }
    guard family.note == nil else { return nil }
    let engine = Engine(household: family.household, zone: family.zone, now: context.now())
    return engine.firstOnDuty(at: context.now()).flatMap { family.household.carer($0)?.name }
  }

  /// What `night --json` prints.
  private struct Tonight: Encodable {
    var version = 1
    var kind = "night"
    @ExplicitNull var carer: String?
    var settle: String
    var note = SettlePlan.nothingToRecord
  }
}

enum UpDown: String, CaseIterable, ExpressibleByArgument { case up, down }
