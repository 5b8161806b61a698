import HavenAPI
import HavenCore
import HavenDesktop
import HavenStore

extension DaemonService {
  func export(_ request: ExportRequest) throws(ServiceError) -> ExportView {
    let keeper = try keeper()
    let viewer = try carer(request.as, keeper)
    guard let place = RecordPlace(request.after) else { throw .protocolFault(.invalidParameter("after")) }
    let isMeeting = request.meeting == true
    let until = request.until?.instant ?? (isMeeting ? daemon.now() + 1 : .distantFuture)
    let since = request.since?.instant ?? (isMeeting ? until - RecordReader.meeting : .distantPast)
    let reader = RecordReader(
      ledger: daemon.ledger, zone: keeper.engine.zone, household: keeper.engine.household, privacy: privacy(keeper),
      viewer: viewer, since: since, until: until, shared: keeper.engine.sharedMoments)
    let child = try request.child.map { name throws(ServiceError) in try self.child(name, keeper) }
    do throws(StoreError) {
      if let child, isMeeting { return try reader.meeting(about: child, from: place) }
      if let child { return try reader.child(child, from: place) }
      return try reader.household(from: place)
    } catch {
      throw .failed("the ledger could not be read: \(error.message)")
    }
  }

  /// A child of the config, by a prefix too; or one that has left it, by the whole alias.
  private func child(_ text: String, _ keeper: DayKeeper) throws(ServiceError) -> ChildID {
    do throws(Refusal) {
      return try keeper.engine.childID(text)
    } catch {
      guard slug(of: text) == text else { throw .refused(error) }
      return text
    }
  }
}
