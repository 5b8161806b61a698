import HavenAPI

/// The daemon itself: how it is started, how it is reached, and what it remembers.
extension Checkup {
  /// What starts havend here.
  static func start(_ facts: CheckupFacts) -> String {
    facts.unit?.isInstalled == true ? "systemctl --user enable --now havend" : "type havend in a terminal of its own"
  }

  static func unit(_ facts: CheckupFacts) -> Row {
    if let program = facts.status?.program, program != facts.version {
      return row(
        "unit", .trouble, "havend is \(printable(program)) and havenctl is \(facts.version)",
        hint: "systemctl --user daemon-reload && systemctl --user restart havend")
    }
    guard let unit = facts.unit else {
      return row("unit", .note, "no service manager of this login answers; havend is started by hand")
    }
    guard unit.isInstalled else {
      let state: State = facts.status == nil ? .trouble : .note
      return row(
        "unit", state, "havend.service is not installed: nothing starts it at login",
        hint: "make install, or the Debian package; then: systemctl --user daemon-reload")
    }
    if unit.isStale {
      return row(
        "unit", .trouble, "havend.service has changed since it was read",
        hint: "systemctl --user daemon-reload && systemctl --user restart havend")
    }
    if unit.state == "failed" {
      return row(
        "unit", .trouble, "havend.service has failed", hint: "journalctl --user -u havend -n 20 says why")
    }
    if !unit.isEnabled {
      return row(
        "unit", .trouble, "havend.service is not started at login", hint: "systemctl --user enable --now havend")
    }
    if let pid = facts.status?.pid, pid != unit.pid {
      return row("unit", .note, "the havend that answers, \(pid), was started by hand")
    }
    guard unit.state == "active" || unit.state == "reloading" else {
      return row("unit", .trouble, "havend.service does not run", hint: "systemctl --user start havend")
    }
    return row("unit", .ok, "havend.service is enabled and runs, version \(facts.version)")
  }

  static func socket(_ facts: CheckupFacts) -> Row {
    guard facts.status != nil else {
      let failure = facts.silence ?? CommandFailure(.unavailable, "havend does not answer")
      let hint = failure.status == .unavailable ? start(facts) : failure.hint
      return row("socket", .trouble, failure.text, hint: hint)
    }
    guard let file = facts.files.first(where: { $0.part == .socket && !$0.isFolder }) else {
      return row("socket", .ok, "havend answers")
    }
    return row("socket", .ok, "havend answers at \(printable(file.path)), mode \(file.modeText)")
  }

  static func database(_ facts: CheckupFacts) -> Row {
    let id = "database"
    guard let ledger = facts.status?.ledger else { return row(id, .note, asleep) }
    if let faults = ledger.faults, !faults.isEmpty {
      return row(
        id, .trouble, "\(counted(faults.count, "fault", "faults")) in its pages",
        hint: "havenctl backup FILE, then systemctl --user restart havend: it is set aside, and a new one begun")
    }
    if let pending = ledger.pending, pending > 0 {
      return row(
        id, .trouble, "\(counted(pending, "change waits", "changes wait")) in memory: \(printable(ledger.state))",
        hint: "make room on the disk; they are written as soon as they can be")
    }
    if ledger.troubled == true {
      return row(
        id, .trouble, printable(ledger.state),
        hint: facts.status?.hint.map { printable($0) } ?? "havenctl status, then journalctl --user -u havend")
    }
    if let aside = ledger.aside, let copy = aside.last {
      return row(
        id, .note, "\(counted(aside.count, "damaged copy is", "damaged copies are")) kept, '\(printable(copy))'",
        hint: "delete it when nothing is missed: what Haven needs of it was begun anew")
    }
    let looked = ledger.faults == nil ? "" : ", its pages are whole"
    return row(id, .ok, "\(sizeText(ledger.bytes ?? 0))\(looked), and nothing waits to be written")
  }

  static func shared(_ facts: CheckupFacts) -> Row? {
    guard let sharing = facts.status?.sharing else { return nil }
    guard let problem = sharing.problems.first else {
      return row("shared", .ok, "'\(printable(sharing.directory))' is read and written")
    }
    return row("shared", .trouble, printable(problem), hint: "docs/two-carers.md tells how the folder is made")
  }

  /// `8.2 MB`, `80 kB`
  static func sizeText(_ bytes: Int) -> String {
    if bytes < 1_000_000 { return "\((bytes + 999) / 1000) kB" }
    if bytes < 1_000_000_000 { return "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB" }
    return "\(bytes / 1_000_000_000).\(bytes / 100_000_000 % 10) GB"
  }
}
