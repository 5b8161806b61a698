import Testing

@testable import HavenCore

/// What happens to a house's machine.
extension House {
  /// The machine sleeps.
  mutating func suspend(_ from: String, _ to: String) throws {
    try run(to: from)
    let since = now
    jump(to: try instant(to))
    handle(.resumed(since: since))
  }

  /// The daemon does not run, and starts again from the ledger.
  mutating func off(_ from: String, _ to: String, reversed: Bool = false) throws {
    try run(to: from)
    let since = now
    jump(to: try instant(to))
    restart(aliveAt: since, reversed: reversed)
    handle(.resumed(since: since))
  }

  /// The wall clock is set by so many seconds.
  mutating func setClock(at moment: String, by seconds: Int) throws {
    try run(to: moment)
    let before = now
    jump(to: now + seconds)
    guard seconds < -Engine.longestSetBack else { return handle(.clockSet(from: before)) }
    restart(aliveAt: now)
    handle(.timePassed)
  }

  /// What was said, of these kinds where some are named.
  func said(_ kinds: Line.Kind...) -> [String] {
    lines.filter { kinds.isEmpty || kinds.contains($0.kind) }.map { $0.text(in: family.zone, on: date) }
  }

  /// What was said of the changes into one step.
  func said(about step: StepID) -> [String] {
    lines.filter { $0.items.contains { $0.id.step == step } }.map { $0.text(in: family.zone, on: date) }
  }

  /// What the ledger has of a cue of the first date, or a line: `shown`, `missed: superseded`; nil for nothing.
  func state(_ id: String) -> String? { row(id)?.summary }

  /// The latest row whose id ends so.
  func row(_ id: String) -> LedgerEntry? { ledger.rows.last { $0.id == id || $0.id.hasSuffix("/\(id)") } }

  /// Every state that an id has been through.
  func story(_ id: String) -> [String] {
    ledger.rows.filter { $0.id == id || $0.id.hasSuffix("/\(id)") }.map(\.summary)
  }
}
