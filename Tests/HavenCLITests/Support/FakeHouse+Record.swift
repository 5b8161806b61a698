import HavenAPI
import HavenCore

extension FakeHouse {
  func export(_ request: ExportRequest) throws(ServiceError) -> ExportView {
    let place = request.after.flatMap { Int($0) } ?? 0
    let view = ExportView(
      zone: "UTC", records: pieces.indices.contains(place) ? pieces[place] : [],
      next: place + 1 < pieces.count ? "\(place + 1)" : nil)
    let span = [request.since, request.until].map { $0.map { "\($0.wall.date)" } ?? "-" }.joined(separator: " ")
    return try answer("export \(request.child ?? "-")\(request.meeting == true ? " meeting" : "") \(span)", view)
  }
  func purge(_ child: ChildID, isConfirmed: Bool) throws(ServiceError) -> PurgeView {
    var view = purgeView
    view.done = isConfirmed
    return try answer("purge \(child)\(isConfirmed ? " confirmed" : "")", view)
  }
  func backup(to path: String) throws(ServiceError) -> BackupView {
    var view = backupView
    view.path = path
    return try answer("backup \(path)", view)
  }
}
