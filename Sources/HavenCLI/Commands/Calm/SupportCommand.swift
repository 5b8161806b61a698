import ArgumentParser
import HavenCore

struct SupportCommand: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl support", abstract: "The people around you, by what they are to you.",
    discussion: """
      Printed from each [[support]] of the config, with one person for this week, if you like. A counsellor of your own is
      shown here and nowhere else, and not with --discreet. No daemon is asked. The exit code is 1 where nobody is written.
      """)

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let family = Family(context, global)
    let circle = SupportCircle(family.household.supports.filter { !global.discreet || $0.kind != .counsellor })
    let suggestion = circle.suggestion(on: family.today(context))
    Printer(context, global).show(Answer(circle, suggestion)) { $0.support(circle, suggestion: suggestion, family) }
    family.tell(context)
    return circle.supports.isEmpty ? .no : .success
  }

  /// What `support --json` prints.
  private struct Answer: Encodable {
    var version = 1
    var kind = "support"
    var people: [Person]
    var maybe: String?

    init(_ circle: SupportCircle, _ suggestion: Support?) {
      people = circle.byKind.flatMap(\.supports).map {
        Person(name: $0.name, kind: $0.kind.rawValue, how: $0.how, purpose: $0.purpose)
      }
      maybe = suggestion?.name
    }

    struct Person: Encodable {
      var name: String
      var kind: String
      var how: String?
      var purpose: String?
    }
  }
}
