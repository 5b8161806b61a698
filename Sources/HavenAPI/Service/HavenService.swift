import HavenCore

/// What havend can be asked over the socket. It knows no transport: the daemon implements it, tests fake it, and
/// `VarlinkDispatch` stands between it and the bytes.
///
/// `carer` nil is whoever's login the peer has, else the first carer. Ids may be unique prefixes. What is another carer's
/// own is left out of every answer, by `Privacy`.
public protocol HavenService: RecordService, LearningService, CareService {
  func now(as carer: CarerID?) throws(ServiceError) -> NowView
  /// What a status bar may show.
  func bar(as carer: CarerID?) throws(ServiceError) -> BarView
  /// At least 1, at most `NextView.most`.
  func next(count: Int, as carer: CarerID?) throws(ServiceError) -> NextView
  /// Nil for today.
  func day(_ date: CivilDate?) throws(ServiceError) -> DayView
  /// Who has a soft day, and what it changes.
  func mode(as carer: CarerID?) throws(ServiceError) -> ModeView
  func tomorrow(as carer: CarerID?) throws(ServiceError) -> TomorrowView
  /// A step of today, else of tomorrow.
  func why(step: StepID) throws(ServiceError) -> WhyView
  func handover(as carer: CarerID?) throws(ServiceError) -> HandoverView
  /// The latest hard moments first, at most so many; nil for every child's.
  func hardMoments(of child: ChildID?, count: Int) throws(ServiceError) -> HardListView
  /// Answers also where there is no config.
  func status() throws(ServiceError) -> StatusView
  /// The same, with what a look at every page of the database found.
  func examinedStatus() throws(ServiceError) -> StatusView
  /// The week of a date, this week where it is nil.
  func review(week: CivilDate?, as carer: CarerID?) throws(ServiceError) -> ReviewView
  func quarter(as carer: CarerID?) throws(ServiceError) -> QuarterView
  /// What happened, oldest first; nil for since midnight.
  func events(since: Instant?, as carer: CarerID?) throws(ServiceError) -> EventsView
  /// The first message of `Monitor`; those that follow are the daemon's to send.
  func monitor(as carer: CarerID?) throws(ServiceError) -> MonitorView
  func perform(_ command: Command, as carer: CarerID?) throws(ServiceError) -> ActView
  func undo(as carer: CarerID?) throws(ServiceError) -> ActView
}
