import ArgumentParser
import HavenCore

struct HelpNowCommand: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl help-now", abstract: "Whom to call: in danger, your own people, help lines.",
    discussion: "No daemon is asked, and nothing is sent anywhere. It answers without a config too.")

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let family = Family(context, global)
    Printer(context, global).show(Answer(family.household)) { $0.helpNow(family) }
    family.tell(context)
    return .success
  }

  /// What `help-now --json` prints: everything, however much there is.
  private struct Answer: Encodable {
    var version = 1
    var kind = "help-now"
    var danger: String
    var emergency: String?
    var family: [Person]
    var country: String
    var lines: [Line]
    var reviewed = CountryHelp.reviewedOn
    var note: String

    init(_ household: Household) {
      let help = CountryHelp.of(household.settings.country)
      let now = HelpNow(household)
      danger = now.danger
      emergency = help.emergency
      family = household.supports.filter { $0.kind != .counsellor }.map { Person(name: $0.name, how: $0.how) }
      country = help.name
      lines = help.lines.map {
        Line(name: $0.name, whom: $0.whom, call: $0.call, write: $0.write, checked: $0.checkedOn)
      }
      note = now.note
    }

    struct Person: Encodable {
      var name: String
      var how: String?
    }

    struct Line: Encodable {
      var name: String
      var whom: String?
      var call: String?
      var write: String?
      var checked: String
    }
  }
}
