import HavenAPI
import HavenCore
import HavenStore

// Looking back. The engine is looked at in a copy: the plans of months gone by must not stay in the running one.
extension DaemonService {
  func review(week: CivilDate?, as carer: CarerID?) throws(ServiceError) -> ReviewView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    let view = try lookBack(keeper) { (past, engine) throws(StoreError) in
      let monday = (week ?? past.today).startOfWeek
      return try ReviewView(past, &engine, monday: monday, carer: who)
    }
    return privacy(keeper).shown(view, to: who)
  }

  func quarter(as carer: CarerID?) throws(ServiceError) -> QuarterView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    let view = try lookBack(keeper) { (past, engine) throws(StoreError) in try QuarterView(past, &engine, carer: who) }
    return privacy(keeper).shown(view, to: who)
  }

  func lookBack<View>(
    _ keeper: DayKeeper, _ body: (LookBack, inout Engine) throws(StoreError) -> View
  ) throws(ServiceError) -> View {
    var engine = keeper.engine
    do throws(StoreError) {
      return try body(try LookBack(ledger: keeper.ledger, engine, now: keeper.look { $1 }), &engine)
    } catch {
      throw .failed("the ledger could not be read: \(error.message)")
    }
  }
}
