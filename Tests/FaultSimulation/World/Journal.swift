import HavenCore
import HavenDesktop
import HavenStore

/// Everything that was written, in order, as the simulation heard it: what the ledger on the disk is compared with.
@LoopActor
final class Journal {
  struct Line {
    let entry: LedgerEntry
    /// Counts everything that happens, so that order survives a clock that runs backwards.
    let tick: Int
    /// Which process wrote it.
    let life: Int
  }

  private(set) var lines: [Line] = []
  private(set) var latest: [String: LedgerEntry] = [:]
  /// What people did and did not take back.
  private(set) var acts: [Act] = []
  /// Changes with `acts`.
  private(set) var version = 0
  /// Claimed, and not yet sent to the desktop.
  private(set) var unsent: [LedgerEntry] = []
  /// Cues whose rows were lost with the memory of a process on a full disk; nothing can be said of them.
  private(set) var forgotten: Set<String> = []
  private(set) var tick = 0
  var life = 0
  private var commits: [Int] = []

  func next() -> Int {
    tick += 1
    return tick
  }

  func wrote(_ changes: [LedgerChange], at now: Instant) {
    let tick = next()
    var count = 0
    for change in changes {
      switch change {
      case .entry(let entry):
        if entry.state == .claimed { unsent.append(entry) }
        add(Line(entry: entry, tick: tick, life: life))
        count += 1
      case .act(let act): acts.append(act)
      case .undo(let id, _), .erase(let id): acts.removeAll { $0.id == id }
      case .rewrite(let act):
        acts.removeAll { $0.id == act.id }
        acts.insert(act, at: acts.firstIndex { $0.id > act.id } ?? acts.endIndex)
      case .lived: break
      }
      version += 1
    }
    commits.append(count)
  }

  private func add(_ line: Line) {
    lines.append(line)
    latest[line.entry.id] = line.entry
  }

  /// What was the state of this id before the claim that is being sent.
  func stateBeforeClaim(of id: String) -> LedgerEntry.State? {
    let rows = lines.suffix(400).filter { $0.entry.id == id }
    return rows.dropLast().last?.entry.state
  }

  func sent(_ ids: Set<String>) { unsent.removeAll { ids.contains($0.id) } }

  /// The process is gone: what it had claimed and not sent, it never will.
  func died() { unsent = [] }

  /// Compares with the ledger as a new process finds it.
  ///
  /// - Parameter mayLack: how many changes the last process had in memory alone.
  /// - Returns: what is wrong with it.
  func reconcile(with ledger: any Ledger, mayLack: Int) throws(StoreError) -> [String] {
    let rows = try ledger.entries(from: .distantPast, to: .distantFuture)
    var wrong: [String] = []
    let common = zip(rows, lines).prefix { $0.0 == $0.1.entry }.count
    if common < rows.count { wrong.append("row \(common + 1) on the disk is not what was written: \(rows[common].id)") }
    if lines.count - rows.count > mayLack {
      wrong.append("the disk has \(rows.count) of \(lines.count) rows, and \(mayLack) were in memory")
    }
    if lines.count > common {
      forgotten.formUnion(lines[common...].map(\.entry.id))
      lines.removeSubrange(common...)
      latest = [:]
      for line in lines { latest[line.entry.id] = line.entry }
    }
    let known = try ledger.acts(from: .distantPast, to: .distantFuture)
    if mayLack == 0, known.map(\.id) != acts.map(\.id) {
      wrong.append("the disk has the acts \(known.map(\.id)), written were \(acts.map(\.id))")
    }
    acts = known
    version += 1
    return wrong
  }

  /// How many changes the last commit made: a torn one may be there or not.
  var sizeOfLastCommit: Int { (commits.last ?? 0) + 1 }

  func story(of id: String) -> [Line] { lines.filter { $0.entry.id == id } }
}
