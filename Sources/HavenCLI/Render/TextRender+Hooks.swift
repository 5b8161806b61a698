import HavenAPI
import HavenCore

extension TextRender {
  /// `status`: "lamp ran 12 times · phone failed 2 min ago: 'phone' ended with status 1: no route".
  func hooks(_ hooks: [HookState], at now: Stamp) -> String {
    hooks.map { hook in
      let name = printable(hook.name)
      if let failure = hook.failure { return "\(name) failed\(ago(hook.failedAt, now)): \(complaint(hook, failure))" }
      if hook.ran == 0 { return hook.running > 0 ? "\(name) runs" : "\(name) has not run yet" }
      return
        "\(name) ran \(counted(hook.ran, "time", "times"))\(ago(hook.ranAt, now).isEmpty ? "" : ", last\(ago(hook.ranAt, now))")"
    }.joined(separator: " · ")
  }

  private func ago(_ stamp: Stamp?, _ now: Stamp) -> String {
    stamp.map { " \(agoText(now.instant - $0.instant))" } ?? ""
  }
}

/// What was wrong, and the program's own last words.
func complaint(_ hook: HookState, _ failure: String) -> String {
  printable(failure) + (hook.said.map { ": \(printable($0))" } ?? "")
}
