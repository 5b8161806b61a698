import HavenAPI
import HavenCore
import HavenStore

extension DaemonService {
  func goals(as carer: CarerID?) throws(ServiceError) -> GoalsView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    try refuse(who, keeper)
    return try lookBack(keeper) { (past, engine) throws(StoreError) in try GoalsView(past, &engine, carer: who) }
  }

  func respite(as carer: CarerID?) throws(ServiceError) -> RespiteView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    let view = try lookBack(keeper) { (past, engine) throws(StoreError) in
      try RespiteView(past, &engine, carer: who)
    }
    return privacy(keeper).shown(view, to: who)
  }

  func promises(as carer: CarerID?) throws(ServiceError) -> PromisesView {
    let keeper = try keeper()
    _ = try self.carer(carer, keeper)
    return try lookBack(keeper) { (past, engine) throws(StoreError) in try PromisesView(past, engine) }
  }
}
