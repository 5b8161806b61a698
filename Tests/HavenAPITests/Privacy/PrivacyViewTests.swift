import HavenCore
import Testing

@testable import HavenAPI

/// Each method of the interface, and what of it is a carer's own.
@Suite("What each answer leaves out")
struct PrivacyViewTests {
  private static let household: Household = {
    var household = Household()
    household.carers = ["ros", "imani"].map { id in
      var carer = Carer(id: id, name: id)
      carer.login = id
      return carer
    }
    household.goals = [Goal(id: "swim", carer: "imani", domain: .body, name: "swim", minutes: 40)]
    return household
  }()
  private static let privacy = Privacy(household: household, login: "ros")
  private static let at = Samples.at("17:12").instant

  private static func act(_ id: Int, _ command: Command, by carer: CarerID) -> Act {
    Act(id: id, at: at, date: CivilDate("2026-03-10")!, by: carer, command: command)  // a literal
  }

  /// Whose own each method's command is, typed by Ros; every parameter filled in.
  private static func owner(ofMethod name: String) throws -> CarerID? {
    let parameters = ActParameters(
      step: "x", first: "x", second: "y", cue: "x", answer: name == "TagAnswer" ? "yes" : "done", child: "otter",
      carer: "ros", mode: "sick", balance: "even", name: "x", goal: "swim", act: "done", promise: "x", lane: "couple",
      minutes: 5, seconds: 300, level: 3, on: true, up: true, due: Samples.at("17:12"),
      from: CivilDateTime("2026-03-10T10:00"), to: CivilDateTime("2026-03-10T11:00"), date: CivilDate("2026-03-10"))
    return try Command(method: name[...], parameters).flatMap { privacy.owner(of: $0, by: "ros") }
  }

  @Test("of all that can be done, a carer's own are their capacity and their goals")
  func methods() throws {
    var own: [String: CarerID] = [:]
    for method in InterfaceDescription(InterfaceText.daemon).methods {
      if let owner = try? Self.owner(ofMethod: method.name) { own[method.name] = owner }
    }
    #expect(own == ["Capacity": "ros", "Goal": "imani"])
  }

  @Test("Now: the open window of a goal stays with whose it is")
  func now() {
    var theirs = Samples.now
    theirs.carer = "imani"
    #expect(Self.privacy.shown(theirs).window == nil)
    #expect(Self.privacy.shown(theirs).children == theirs.children)
    #expect(Self.privacy.shown(Samples.now).window == Samples.now.window)
  }

  @Test("Review: the goals of a carer stay with whose they are")
  func review() {
    var view = Samples.review
    view.goals = [ReviewView.Goal(goal: "swim", name: "swim", touched: 1, met: nil)]
    #expect(Self.privacy.shown(view, to: "imani").goals.isEmpty)
    #expect(Self.privacy.shown(view, to: "ros") == view)
  }

  @Test("Events: another carer's capacity, goals and nudges are left out, and the rest counts on")
  func events() {
    let acts = [
      Self.act(1, .capacity(2), by: "imani"), Self.act(2, .fed(child: "otter"), by: "imani"),
      Self.act(3, .goal(id: "swim", .done), by: "imani"), Self.act(4, .capacity(4), by: "ros"),
    ]
    let nudge = LedgerEntry(
      id: "2026-03-10/nudge/swim", kind: .nudge, state: .shown, dueAt: Self.at, at: Self.at, to: "imani",
      subject: "swim")
    let seen = Self.privacy.events([nudge], acts, to: "ros", zone: .utc).events
    #expect(seen.map(\.command) == ["fed otter", "capacity 4"])
    #expect(seen.map(\.sequence) == [1, 2])
    #expect(Self.privacy.events([nudge], acts, to: "imani", zone: .utc).events.map(\.command) == ["fed otter"])
    let shared = Privacy(household: Household(), login: "home")
    #expect(shared.events([nudge], acts, to: "imani", zone: .utc).events.count == 4)
  }

  @Test("Monitor: a change that is another carer's own has an owner, and the plan's has none")
  func monitor() {
    let privacy = Self.privacy
    #expect(privacy.owner(of: .act(Self.act(1, .capacity(2), by: "imani"))) == "imani")
    #expect(privacy.owner(of: .act(Self.act(1, .noticed(), by: "imani"))) == nil)
    #expect(privacy.owner(of: .line(Line(kind: .digest, at: Self.at, to: "imani", level: .public))) == "imani")
    #expect(privacy.owner(of: .planChanged) == nil)
  }
}
