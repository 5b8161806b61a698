import Testing

@testable import HavenCore

/// What is read in a hard hour, against the rules of every screen.
struct CalmWordsTests {
  private let filter = WordFilter(language: .english)

  /// Names that are written in capitals by those who bear them, or typed so: `NHS`, `text HOME to 741741`.
  private let names: Set<String> = ["NHS", "HOME", "PACE"]
  /// `help-now` is the one place where these are named: it is what it is for.
  private let services = ["samaritans", "childline", "helpline", "999", "911", "988"]

  private func check(_ text: String, names: Set<String> = [], services: [String] = []) {
    for finding in filter.findings(in: text) {
      if finding.reason == .capitals, names.contains(finding.word) { continue }
      if finding.reason == .harm, services.contains(where: finding.word.hasPrefix) { continue }
      // A number is what help-now is for.
      if finding.reason == .telephone, services == self.services { continue }
      Issue.record("'\(text)' \(finding.reason.rawValue): '\(finding.word)'")
    }
  }

  @Test("cards and programmes keep every rule of the screen")
  func cards() {
    for card in Card.builtIn { check(card.text) }
    // A programme is called what it is called.
    for programme in Programme.all {
      check(programme.text, names: names)
      check(programme.name, names: names, services: ["violen"])
    }
  }

  @Test("help-now, safe and night keep every rule of the screen; services are named in help-now alone")
  func help() {
    for country in [nil, "GB", "US", "IE", "FR"] as [String?] {
      var household = Household()
      household.settings.country = country
      let now = HelpNow(household)
      for text in [now.danger, now.note] + now.lines { check(text, names: names, services: services) }
    }
    for text in SafetyPlan.general + [SettlePlan.line([]), SettlePlan.nothingToRecord] { check(text) }
    household()
  }

  private func household() {
    var household = Household()
    household.children = [Child(id: "otter")]
    for text in [SafetyPlan(name: "x", children: [], actions: ["x"])].missingSteps(household) { check(text) }
  }
}
