import HavenAPI

/// What Haven needs of the desktop and the machine: a bus, somebody who shows things, and true clocks.
extension Checkup {
  static let asleep = "not known while havend does not answer"

  static func bus(_ facts: CheckupFacts) -> Row {
    if let notifier = facts.status?.notifier {
      guard let isReached = notifier.bus else {
        return row("bus", .ok, "none is needed: havend prints its notifications")
      }
      if isReached { return row("bus", .ok, "havend is on the session bus") }
      return row(
        "bus", .trouble, printable(notifier.state),
        hint: facts.bus == .answers
          ? "havend was started outside the desktop's session: systemctl --user restart havend"
          : "log in to the desktop; havend finds its bus by itself")
    }
    switch facts.bus {
    case .answers: return row("bus", .ok, "the session bus takes connections")
    case .none:
      return row(
        "bus", .trouble, "no session bus is known here",
        hint: "log in to the desktop, or: havend --notifier terminal")
    case .silent(let path):
      return row(
        "bus", .trouble, "nothing answers at the session bus, '\(printable(path))'",
        hint: "log in to the desktop, or: havend --notifier terminal")
    }
  }

  static func notifications(_ facts: CheckupFacts) -> Row {
    let id = "notifications"
    guard let notifier = facts.status?.notifier else { return row(id, .note, asleep) }
    guard notifier.bus != nil else { return row(id, .note, "havend prints them where it was started") }
    guard notifier.ready == true else {
      return row(
        id, .trouble, "nobody shows notifications: what is due waits",
        hint: "start the desktop's notification server, or: sudo apt install dunst")
    }
    guard let capabilities = notifier.capabilities else {
      return row(id, .ok, "a server is started when there is something to show")
    }
    let server = printable(notifier.server ?? "a server")
    let lost = missing(from: Set(capabilities))
    if notifier.inhibited {
      return row(
        id, .note, ([server, "do not disturb is on: what is due waits"] + lost).joined(separator: "; "),
        hint: "havenctl status says who asked for it")
    }
    guard !lost.isEmpty else { return row(id, .ok, server) }
    return row(id, .note, ([server] + lost).joined(separator: "; "), hint: without(Set(capabilities)))
  }

  /// What is lost without each capability that Haven would use.
  static func missing(from capabilities: Set<String>) -> [String] {
    let uses = [
      ("body", "no body: only a title is shown, without what to do"),
      ("actions", "no actions: no buttons to answer with"),
      ("body-markup", "no body-markup: words come plain, and nothing else is lost"),
      ("persistence", "no persistence: what has left the screen is not kept in a list"),
    ]
    return uses.filter { !capabilities.contains($0.0) }.map(\.1)
  }

  private static func without(_ capabilities: Set<String>) -> String? {
    if !capabilities.contains("body") { return "havenctl now has the words; another server, such as dunst, shows them" }
    if !capabilities.contains("actions") { return "answer with: havenctl done, snooze or answer" }
    return capabilities.contains("persistence") ? nil : "havenctl events lists what was shown"
  }

  static func clock(_ facts: CheckupFacts) -> Row {
    guard let sources = facts.status?.clockSources else { return row("clock", .note, asleep) }
    guard sources.contains("timer") else {
      return row(
        "clock", .trouble, "a clock that is set is not noticed: no timer of the kernel's",
        hint: "after setting the clock: systemctl --user restart havend")
    }
    let text = "a clock that is set is noticed at once"
    if sources.contains("logind") { return row("clock", .ok, "\(text), and logind tells of sleep") }
    return row("clock", .ok, "\(text), and sleep is seen by the clocks: no logind tells of it")
  }

  static func zone(_ facts: CheckupFacts) -> Row {
    guard let zone = facts.status?.zone ?? facts.configZone else {
      return row("zone", .note, "the machine's, \(printable(facts.systemZone)), until a config names one")
    }
    guard zone != facts.systemZone else { return row("zone", .ok, "\(printable(zone)), the machine's too") }
    return row(
      "zone", .note, "\(printable(zone)) for the household, \(printable(facts.systemZone)) for the machine",
      hint: "times are the household's; where that is not meant, change 'timezone' with 'havenctl edit'")
  }
}
