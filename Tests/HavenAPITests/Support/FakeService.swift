import HavenCore

@testable import HavenAPI

/// Answers with the samples, and writes down what it was asked.
final class FakeService: HavenService {
  private(set) var asked: [String] = []
  /// What every question is answered with instead.
  var error: ServiceError?
  /// Of a record there is a second piece.
  var hasMore = false

  func answer<View>(_ question: String, _ view: View) throws(ServiceError) -> View {
    asked.append(question)
    if let error { throw error }
    return view
  }

  func now(as carer: CarerID?) throws(ServiceError) -> NowView { try answer("now \(carer ?? "-")", Samples.now) }
  func bar(as carer: CarerID?) throws(ServiceError) -> BarView { try answer("bar \(carer ?? "-")", Samples.bar) }
  func next(count: Int, as carer: CarerID?) throws(ServiceError) -> NextView {
    try answer("next \(count) \(carer ?? "-")", Samples.next)
  }
  func day(_ date: CivilDate?) throws(ServiceError) -> DayView {
    try answer("day \(date?.description ?? "-")", Samples.day)
  }
  func mode(as carer: CarerID?) throws(ServiceError) -> ModeView { try answer("mode \(carer ?? "-")", Samples.mode) }
  func tomorrow(as carer: CarerID?) throws(ServiceError) -> TomorrowView {
    try answer("tomorrow \(carer ?? "-")", Samples.tomorrow)
  }
  func why(step: StepID) throws(ServiceError) -> WhyView { try answer("why \(step)", Samples.why) }
  func handover(as carer: CarerID?) throws(ServiceError) -> HandoverView {
    try answer("handover \(carer ?? "-")", Samples.handover)
  }
  func hardMoments(of child: ChildID?, count: Int) throws(ServiceError) -> HardListView {
    try answer("hard moments \(child ?? "-") \(count)", Samples.hardMoments)
  }
  func status() throws(ServiceError) -> StatusView { try answer("status", Samples.status) }
  func examinedStatus() throws(ServiceError) -> StatusView { try answer("examined status", Samples.status) }
  func review(week: CivilDate?, as carer: CarerID?) throws(ServiceError) -> ReviewView {
    try answer("review \(week?.description ?? "-") \(carer ?? "-")", Samples.review)
  }
  func quarter(as carer: CarerID?) throws(ServiceError) -> QuarterView {
    try answer("quarter \(carer ?? "-")", Samples.quarter)
  }
  func events(since: Instant?, as carer: CarerID?) throws(ServiceError) -> EventsView {
    try answer("events \(since.map { "\($0.seconds)" } ?? "-")", EventsView(events: Samples.events))
  }
  func monitor(as carer: CarerID?) throws(ServiceError) -> MonitorView {
    try answer("monitor \(carer ?? "-")", MonitorView(sequence: 7, state: Samples.now))
  }
  func perform(_ command: Command, as carer: CarerID?) throws(ServiceError) -> ActView {
    try answer("\(command.words(in: .utc).joined(separator: " ")) \(carer ?? "-")", Samples.act)
  }
  func undo(as carer: CarerID?) throws(ServiceError) -> ActView { try answer("undo \(carer ?? "-")", Samples.act) }
}
