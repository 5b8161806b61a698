import HavenAPI

/// The config's own commands: how each fared last.
extension Checkup {
  static func hooks(_ facts: CheckupFacts) -> Row? {
    guard let hooks = facts.status?.hooks else { return nil }
    if let hook = hooks.first(where: { $0.failure != nil }), let failure = hook.failure {
      return row(
        "hooks", .trouble, complaint(hook, failure),
        hint: "try it by hand; havend(1) says what a hook may do inside the service")
    }
    let ran = hooks.reduce(0) { $0 + $1.ran }
    return row("hooks", .ok, "\(counted(hooks.count, "hook", "hooks")), run \(counted(ran, "time", "times"))")
  }
}
