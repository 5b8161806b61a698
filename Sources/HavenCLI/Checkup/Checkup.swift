import HavenAPI

/// What `havenctl doctor` says: one row a check, from facts that were gathered before, so that each can be tried.
struct Checkup: Encodable, Equatable {
  var version = 1
  var kind = "doctor"
  /// Nothing is there to do.
  var well: Bool
  var checks: [Row]

  enum State: String, Encodable {
    case ok
    /// Worth knowing; nothing needs doing.
    case note
    /// Something to do: the hint says what.
    case trouble
  }

  struct Row: Encodable, Equatable {
    var id: String
    var state: State
    var text: String
    /// What to do, in one line.
    var hint: String?
  }

  init(_ facts: CheckupFacts) {
    checks = [
      Checkup.bus(facts), Checkup.notifications(facts), Checkup.clock(facts), Checkup.zone(facts), Checkup.unit(facts),
      Checkup.socket(facts), Checkup.database(facts), Checkup.permissions(facts), Checkup.config(facts),
      Checkup.disk(facts), Checkup.folders(facts),
    ]
    if let shared = Checkup.shared(facts) { checks.append(shared) }
    if let hooks = Checkup.hooks(facts) { checks.append(hooks) }
    well = !checks.contains { $0.state == .trouble }
  }

  static func row(_ id: String, _ state: State, _ text: String, hint: String? = nil) -> Row {
    Row(id: id, state: state, text: text, hint: hint)
  }
}
