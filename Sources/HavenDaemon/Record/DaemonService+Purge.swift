import HavenAPI
import HavenCore
import HavenDesktop
import HavenStore

extension DaemonService {
  func purge(_ child: ChildID, isConfirmed: Bool) throws(ServiceError) -> PurgeView {
    guard slug(of: child) == child else {
      throw .refused(Refusal("'\(child)' is not an alias", hint: "a purge wants the alias whole, as the config has it"))
    }
    let children = daemon.keeper?.engine.household.children.map(\.id) ?? []
    let mention = NameMention(child, others: children)
    let now = daemon.now()
    let recent = (daemon.keeper?.engine.zone ?? .utc).date(at: now) - 1
    do throws(StoreError) {
      let trace = try daemon.ledger.withDisk(now: now) { (disk) throws(StoreError) in
        isConfirmed ? try disk.erase(mention, recent: recent) : try disk.trace(of: mention, recent: recent)
      }
      var view = PurgeView(
        child: child, done: isConfirmed, inConfig: children.contains(child), records: DaemonService.counts(trace),
        backups: try daemon.ledger.withDisk(now: now) { (disk) throws(StoreError) in try disk.backups() },
        copies: try Leftovers.paths(in: daemon.places.state), kept: trace.kept)
      if isConfirmed {
        view.left = try Leftovers.delete(in: daemon.places.state)
        daemon.keeper?.forget(child)
        daemon.forgetWhatWasTold()
        daemon.logger.notice("a child was erased from the record, at a carer's request")
      }
      return view
    } catch {
      throw .failed("the ledger could not be changed: \(error.message)")
    }
  }

  func backup(to path: String) throws(ServiceError) -> BackupView {
    guard path.hasPrefix("/") else {
      throw .refused(Refusal("'\(path)' is not a whole path", hint: "begin it with a '/'"))
    }
    let now = daemon.now()
    let copy = daemon.places.state + "/" + Leftovers.unfinishedBackup
    do throws(StoreError) {
      try daemon.ledger.withDisk(now: now) { (disk) throws(StoreError) in
        try disk.backup(to: copy, for: path, now: now)
      }
      return BackupView(at: Stamp(now, in: daemon.keeper?.engine.zone ?? .utc), path: path, copy: copy)
    } catch {
      throw .failed("no copy could be made: \(error.message)")
    }
  }

  private static func counts(_ trace: ChildTrace) -> [PurgeView.Count] {
    var counts = trace.acts.sorted { $0.key < $1.key }.map { PurgeView.Count(what: $0.key, count: $0.value) }
    if trace.states > 0 { counts.append(.init(what: "states of warnings", count: trace.states)) }
    if trace.lived > 0 { counts.append(.init(what: "changes as they were lived", count: trace.lived)) }
    if trace.weeks > 0 { counts.append(.init(what: "counts of older weeks", count: trace.weeks)) }
    if trace.notes > 0 {
      counts.append(.init(what: "notes about others, where only the name goes", count: trace.notes))
    }
    return counts
  }
}
