import HavenCore
import Testing

@testable import HavenStore

/// Random years, and the history of each as a plain fold over every change says it: no SQL, no index, no shortcut.
struct HistoryOracleTests {
  @Test("a ledger's history is what a fold over all its changes gives", arguments: 1...60)
  func equality(seed: Int) throws {
    var story = Story(seed: seed)
    var all: [LedgerChange] = []
    let ledger = SQLiteLedger.inMemory()
    for _ in 1...120 {
      let changes = story.transaction()
      try ledger.commit(changes, at: story.now)
      all += changes
    }
    for daysOn in [0, 30, 90] {
      let now = story.now + daysOn * day
      expect(try ledger.history(now: now), toBe: Fold(all), now: now)
    }
  }

  @Test("so is that of a buffered one, whatever the disk takes and when", arguments: 1...25)
  func buffered(seed: Int) throws {
    var story = Story(seed: seed)
    var all: [LedgerChange] = []
    let home = TemporaryDirectory()
    let disk = try SQLiteLedger(directory: home.path, now: story.now)
    let ledger = try BufferedLedger(now: story.now) { (_, _) throws(StoreError) in disk }
    var waited = 0
    for _ in 1...60 {
      var changes = story.transaction()
      switch Int.random(in: 0..<6, using: &story.random) {
      case 0:
        try disk.fillDisk()
        changes.append(.entry(entry("large", dueAt: story.now, subject: large)))
      case 1: try disk.makeRoom()
      default: break
      }
      try ledger.commit(changes, at: story.now)
      all += changes
      waited += ledger.pendingCount > 0 ? 1 : 0
      if Int.random(in: 0..<8, using: &story.random) == 0 {
        expect(try ledger.history(now: story.now), toBe: Fold(all), now: story.now)
      }
    }
    try disk.makeRoom()
    #expect(ledger.retry(now: story.now))
    expect(try disk.history(now: story.now), toBe: Fold(all), now: story.now)
    #expect(try disk.entries(from: .distantPast, to: .distantFuture) == Fold(all).rows)
    #expect(disk.integrityCheck() == [])
    #expect(waited > 0, "seed \(seed) never filled the disk")
  }

  private func expect(_ history: History, toBe fold: Fold, now: Instant) {
    // Ids first: what differs should fit on a screen.
    let (entries, acts) = (fold.entries(now: now), fold.acts(now: now))
    #expect(history.entries.map(\.id) == entries.map(\.id))
    #expect(history.acts.map(\.id) == acts.map(\.id))
    let isSame = history.entries == entries && history.acts == acts
    #expect(isSame)
    #expect(history.lastActID == fold.lastActID)
  }
}

/// The rule of `History`, naively.
private struct Fold {
  var rows: [LedgerEntry] = []
  private var every: [Act] = []
  private var undone: Set<Int> = []

  init(_ changes: [LedgerChange]) {
    for change in changes {
      switch change {
      case .entry(let entry): rows.append(entry)
      case .act(let act): every.append(act)
      case .undo(let id, _): undone.insert(id)
      case .lived: continue
      case .rewrite(let act): every = every.filter { $0.id != act.id } + [act]
      case .erase(let id): every.removeAll { $0.id == id }
      }
    }
  }

  var lastActID: Int { every.map(\.id).max() ?? 0 }

  func entries(now: Instant) -> [LedgerEntry] {
    var latest: [String: Int] = [:]
    for (index, row) in rows.enumerated() { latest[row.id] = index }
    func isEarlier(_ a: Int, _ b: Int) -> Bool { (rows[a].dueAt, a) < (rows[b].dueAt, b) }
    let current = latest.values.sorted(by: isEarlier)
    var wanted = Set(current.filter { rows[$0].dueAt >= now - 42 * day })
    let nudges = current.filter { rows[$0].kind == .nudge && rows[$0].subject != nil }
    for (_, ofGoal) in Dictionary(grouping: nudges, by: { rows[$0].subject }) { wanted.formUnion(ofGoal.suffix(8)) }
    return wanted.sorted(by: isEarlier).map { rows[$0] }
  }

  func acts(now: Instant) -> [Act] {
    let counting = every.filter { !undone.contains($0.id) }
    var wanted = counting.filter { $0.at >= now - 100 * day }
    let old = counting.filter { $0.at < now - 100 * day && standing($0) != nil }
    for (_, standing) in Dictionary(grouping: old, by: { standing($0) }) {
      let last = standing[standing.count - 1]
      switch last.command {
      case .respiteCancel: continue
      case .respiteBook(_, _, let to) where (to.date.dayNumber + 1) * day + to.time.seconds <= now.seconds: continue
      default: wanted.append(last)
      }
    }
    return wanted.sorted { $0.id < $1.id }
  }

  /// What an act replaces, said in other words than the ledger's.
  private func standing(_ act: Act) -> [String]? {
    switch act.command {
    case .mode(_, nil, _, _): ["mode"]
    case .mode(_, let child?, _, _): ["mode", child]
    case .unsafe: ["unsafe"]
    case .tagOut, .tagIn: ["tag", act.by]
    case .tagAnswer: ["answer", act.by]
    case .retreat(let child, _): ["retreat", child]
    case .goal(let id, let what, _): ["goal", id, [.keep, .shrink, .letGo].contains(what) ? "decided" : "done"]
    case .promiseAdd(let id, _, _, _): ["made", id]
    case .promiseMoved(let id, _), .promiseKept(let id), .promiseRepaired(let id): ["promise", id]
    case .respiteBook(let lane, let from, _), .respiteCancel(let lane, let from, _): ["book", "\(lane)", "\(from)"]
    case .respiteForgive(let lane): ["forgive", "\(lane)"]
    default: nil
    }
  }
}
