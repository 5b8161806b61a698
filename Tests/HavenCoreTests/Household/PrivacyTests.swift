import Testing

@testable import HavenCore

struct PrivacyTests {
  private static func household(isPrivate: Bool = true, logins: [CarerID: String] = [:]) -> Household {
    var household = Household()
    household.settings.isPrivate = isPrivate
    household.carers = ["ros", "imani"].map { id in
      var carer = Carer(id: id, name: id.prefix(1).uppercased() + id.dropFirst())
      carer.login = logins[id]
      return carer
    }
    household.goals = [
      Goal(id: "walk", carer: "ros", domain: .body, name: "walk", minutes: 20),
      Goal(id: "swim", carer: "imani", domain: .body, name: "swim", minutes: 40),
    ]
    return household
  }

  private static let apart = Privacy(household: household(logins: ["ros": "ros", "imani": "imani"]), login: "ros")
  private static let shared = Privacy(household: household(), login: "home")

  @Test("a carer's own is given out at their login, and at no other")
  func logins() {
    #expect(Self.apart.mayGiveOut(own: "ros"))
    #expect(!Self.apart.mayGiveOut(own: "imani"))
    #expect(Self.apart.refusal(own: "imani") == "that is Imani's own")
  }

  @Test("a carer without a login may be asked for anywhere")
  func noLogin() {
    let privacy = Privacy(household: Self.household(logins: ["ros": "ros"]), login: "ros")
    #expect(privacy.mayGiveOut(own: "imani"))
  }

  @Test("with private = false the login proves nothing, and --as says who asks")
  func notPrivate() {
    let household = Self.household(isPrivate: false, logins: ["ros": "ros", "imani": "imani"])
    #expect(Privacy(household: household, login: "ros").mayGiveOut(own: "imani"))
  }

  @Test("on a shared login each carer sees their own, and not the other's")
  func courtesy() {
    #expect(Self.shared.mayShow("imani", to: "imani"))
    #expect(!Self.shared.mayShow("imani", to: "ros"))
    #expect(Self.shared.mayShow(nil, to: "ros"))
  }

  @Test("at another login --as shows nothing of a carer's own")
  func asAnother() {
    #expect(!Self.apart.mayShow("imani", to: "imani"))
    #expect(Self.apart.mayShow("ros", to: "ros"))
  }

  @Test("capacity is whose it is; a goal's acts are the goal's carer's, whoever types them")
  func commands() {
    let privacy = Self.shared
    #expect(privacy.owner(of: .capacity(2), by: "ros") == "ros")
    #expect(privacy.owner(of: .goal(id: "swim", .done), by: "ros") == "imani")
    #expect(privacy.owner(of: .goal(id: "sw", .part), by: "ros") == "imani")
    #expect(privacy.owner(of: .goal(id: "gone", .done), by: "ros") == "ros")
  }

  @Test("what is about the children, the house and the carers together is the household's")
  func household() {
    let shared: [Command] = [
      .done(step: "tea"), .hard(HardMoment(child: "otter")), .fed(child: "otter"), .nurture(child: "otter"), .noticed(),
      .balance(.even), .night(up: true), .tagOut(seconds: nil), .promiseKept(id: "kite"),
      .respiteForgive(lane: .couple),
    ]
    for command in shared { #expect(Self.shared.owner(of: command, by: "ros") == nil, "\(command)") }
  }

  @Test("nudges and appointments are their carer's; so are the words of the digest and the review")
  func lines() {
    let own: Set<Line.Kind> = [.nudge, .appointment, .digest, .review]
    for kind in Line.Kind.allCases {
      let line = Line(kind: kind, at: Instant(seconds: 0), to: "imani", level: .public)
      #expect(Self.shared.owner(of: line) == (own.contains(kind) ? "imani" : nil), "\(kind)")
      let entry = LedgerEntry(
        id: "x", kind: kind, state: .shown, dueAt: Instant(seconds: 0), at: Instant(seconds: 0), to: "imani")
      let isOwn = kind == .nudge || kind == .appointment
      #expect(Self.shared.owner(of: entry) == (isOwn ? "imani" : nil), "\(kind)")
    }
  }
}
