import HavenCore

/// What can be asked about the care of the carers: their goals, their time off, and what was promised.
public protocol CareService {
  /// A carer's own goals: to that carer alone.
  func goals(as carer: CarerID?) throws(ServiceError) -> GoalsView
  func respite(as carer: CarerID?) throws(ServiceError) -> RespiteView
  func promises(as carer: CarerID?) throws(ServiceError) -> PromisesView
}
