import HavenCore

@testable import HavenAPI

extension FakeService {
  func export(_ request: ExportRequest) throws(ServiceError) -> ExportView {
    var view = Samples.export
    view.next = hasMore && request.after == nil ? "a200" : nil
    return try answer("export \(request.child ?? "-") \(request.after ?? "-") \(request.as ?? "-")", view)
  }
  func purge(_ child: ChildID, isConfirmed: Bool) throws(ServiceError) -> PurgeView {
    try answer("purge \(child) \(isConfirmed)", Samples.purge)
  }
  func backup(to path: String) throws(ServiceError) -> BackupView { try answer("backup \(path)", Samples.backup) }
}

extension Samples {
  static let export: ExportView = {
    var hard = RecordView(.hard, at: at("17:12"), by: "ros")
    (hard.child, hard.step, hard.size, hard.settle) = ("otter", "tea", 2, 15)
    (hard.tags, hard.helped, hard.note) = (["tired"], ["food"], "left the room")
    var mode = RecordView(.mode, at: at("17:12"), by: "ros")
    (mode.mode, mode.age, mode.until, mode.command) = (.regression, 3, at("20:00"), "mode regression")
    var promise = RecordView(.promise, at: at("17:12"), by: "ros")
    (promise.promise, promise.became) = ("otter-swim", "made")
    var week = RecordView(.week, at: at("17:12"))
    (week.times, week.hard) = (5, 1)
    var state = RecordView(.state, at: at("17:12"))
    (state.id, state.state, state.reason) = ("\(cue)", .suppressed, .quiet)
    (state.dueAt, state.to) = (at("17:12"), "ros")
    return ExportView(zone: zone.name, records: [hard, mode, promise, week, state])
  }()

  static let purge = PurgeView(
    child: "otter", done: true, inConfig: true, records: [.init(what: "hard moments", count: 3)],
    backups: ["/home/ros/haven.db"], copies: ["/state/haven.db.corrupt-20260310T170500"], left: ["/x"], kept: 2)
  static let backup = BackupView(at: at("17:12"), path: "/home/ros/haven.db", copy: "/state/haven.backup.tmp")
}
