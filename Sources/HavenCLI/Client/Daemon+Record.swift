import HavenAPI
import HavenCore

extension Daemon {
  /// Every piece of a record, as it comes: none is kept.
  func export(
    _ request: ExportRequest, each: (ExportView) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var request = request
    request.as = global.carer
    try send(try Daemon.call("Export", request, more: true))
    while true {
      let piece = try Daemon.read(ExportView.self, from: try receive())
      try each(piece)
      if piece.next == nil { return }
    }
  }

  func purge(_ child: ChildID, isConfirmed: Bool) throws(CommandFailure) -> PurgeView {
    struct Purging: Encodable {
      var child: String
      var confirmed: Bool
    }
    try send(try Daemon.call("Purge", Purging(child: child, confirmed: isConfirmed)))
    // Rewriting a long ledger takes its time.
    return try Daemon.read(PurgeView.self, from: try receive(within: 60))
  }

  func backup(to path: String) throws(CommandFailure) -> BackupView {
    try send(try Daemon.call("Backup", ["path": path]))
    return try Daemon.read(BackupView.self, from: try receive(within: 60))
  }
}
