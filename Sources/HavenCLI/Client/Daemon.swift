import HavenAPI
import HavenConfig
import HavenCore

/// havend, as a command talks to it: one connection, made when the first question is asked.
final class Daemon {
  private let context: Context
  let global: PlainOptions
  private var connection: (any Connection)?

  /// Seconds that an answer may take.
  static let patience = 5
  /// Seconds that a reload may take: each slow calendar file has its own five.
  static let patienceForCalendars = 30

  init(_ context: Context, _ global: PlainOptions) {
    self.context = context
    self.global = global
  }

  func now() throws(CommandFailure) -> NowView { try ask("Now", Parameters(as: global.carer)) }
  func bar() throws(CommandFailure) -> BarView { try ask("Bar", Parameters(as: global.carer)) }
  func next(count: Int?) throws(CommandFailure) -> NextView {
    try ask("Next", Parameters(as: global.carer, count: count))
  }
  func day(_ date: CivilDate?) throws(CommandFailure) -> DayView { try ask("Day", Parameters(date: date)) }
  func mode() throws(CommandFailure) -> ModeView { try ask("Mode", Parameters(as: global.carer)) }
  func tomorrow() throws(CommandFailure) -> TomorrowView { try ask("Tomorrow", Parameters(as: global.carer)) }
  func why(step: String) throws(CommandFailure) -> WhyView { try ask("Why", Parameters(step: step)) }
  func handover() throws(CommandFailure) -> HandoverView { try ask("Handover", Parameters(as: global.carer)) }
  func hardMoments(child: String?, count: Int) throws(CommandFailure) -> HardListView {
    try ask("HardMoments", Parameters(count: count, child: child))
  }
  func status() throws(CommandFailure) -> StatusView { try ask("Status", Parameters()) }
  func examinedStatus() throws(CommandFailure) -> StatusView { try ask("Status", Parameters(examine: true)) }
  func events(since: Stamp? = nil) throws(CommandFailure) -> EventsView {
    try ask("Events", Parameters(as: global.carer, since: since))
  }
  func review(week: CivilDate?) throws(CommandFailure) -> ReviewView {
    try ask("Review", Parameters(as: global.carer, week: week))
  }
  func quarter() throws(CommandFailure) -> QuarterView { try ask("Quarter", Parameters(as: global.carer)) }
  func suggestions() throws(CommandFailure) -> SuggestionsView { try ask("Suggestions", Parameters(as: global.carer)) }
  func worksheets(of child: String? = nil) throws(CommandFailure) -> WorksheetsView {
    try ask("Worksheets", Parameters(as: global.carer, child: child))
  }
  func questions() throws(CommandFailure) -> QuestionsView { try ask("Questions", Parameters(as: global.carer)) }
  func trials() throws(CommandFailure) -> TrialsView { try ask("Trials", Parameters(as: global.carer)) }
  func notes(of child: String?, count: Int) throws(CommandFailure) -> NotesView {
    try ask("Notes", Parameters(as: global.carer, count: count, child: child))
  }
  func balance() throws(CommandFailure) -> BalanceView { try ask("WeekBalance", Parameters(as: global.carer)) }
  func capacity() throws(CommandFailure) -> CapacityView { try ask("CapacityToday", Parameters(as: global.carer)) }
  func goals() throws(CommandFailure) -> GoalsView { try ask("Goals", Parameters(as: global.carer)) }
  func respite() throws(CommandFailure) -> RespiteView { try ask("Respite", Parameters(as: global.carer)) }
  func promises() throws(CommandFailure) -> PromisesView { try ask("Promises", Parameters(as: global.carer)) }
  func reload() throws(CommandFailure) -> ReloadView {
    try ask("Reload", Parameters(), within: Daemon.patienceForCalendars)
  }

  func perform(_ command: Command) throws(CommandFailure) -> ActView {
    let call = try Daemon.written { () throws in try VarlinkCall(command, as: global.carer) }
    try send(call)
    return try Daemon.read(Acted.self, from: try receive()).act
  }

  func undo() throws(CommandFailure) -> ActView {
    let acted: Acted = try ask("Undo", Parameters(as: global.carer))
    return acted.act
  }

  static func monitorCall(as carer: CarerID?) throws(CommandFailure) -> VarlinkCall {
    try call("Monitor", Parameters(as: carer), more: true)
  }

  static func monitored(_ message: [UInt8]) throws(CommandFailure) -> MonitorView {
    try read(MonitorView.self, from: try answer(in: message))
  }

  /// The household's zone, for words such as "tomorrow".
  func zone() throws(CommandFailure) -> Zone {
    let name = try status().zone
    return (try? loadZone(named: name)) ?? systemZone()
  }

  private struct Parameters: Encodable, Equatable {
    var `as`: CarerID?
    var count: Int?
    var date: CivilDate?
    var week: CivilDate?
    var step: String?
    var since: Stamp?
    var child: String?
    var examine: Bool?
  }

  private func ask<View: Decodable>(
    _ method: String, _ parameters: Parameters, within seconds: Int = Daemon.patience
  ) throws(CommandFailure) -> View {
    // What says nothing needs no encoder: it would be a tenth of all that a plain question costs.
    let isPlain = parameters == Parameters()
    try send(isPlain ? VarlinkCall(Daemon.name(of: method)) : try Daemon.call(method, parameters))
    return try Daemon.read(View.self, from: try receive(within: seconds))
  }

  private static func name(of method: String) -> String { "\(VarlinkDispatch.interface).\(method)" }

  static func call(
    _ method: String, _ parameters: some Encodable, more: Bool = false
  ) throws(CommandFailure) -> VarlinkCall {
    try written {
      VarlinkCall(name(of: method), parameters: try JSON.encode(parameters), more: more)
    }
  }

  func send(_ call: VarlinkCall) throws(CommandFailure) {
    if let connection { return try connection.send(call.message) }
    let connection = try context.connect(try socketPath(context, global))
    self.connection = connection
    try connection.send(call.message)
  }

  /// The next reply.
  func receive(within seconds: Int = Daemon.patience) throws(CommandFailure) -> VarlinkAnswer {
    guard let connection else { throw CommandFailure(.internalFault, "nothing was asked") }
    return try Daemon.answer(in: try connection.receive(within: seconds))
  }

  private static func answer(in message: [UInt8]) throws(CommandFailure) -> VarlinkAnswer {
    let answer: VarlinkAnswer
    do {
      answer = try VarlinkAnswer(message: message)
    } catch {
      throw CommandFailure(.internalFault, "havend's answer cannot be read: \(error.text)")
    }
    if let error = answer.error.flatMap(ServiceError.init) { throw CommandFailure(error) }
    return answer
  }

  static func read<View: Decodable>(_ type: View.Type, from answer: VarlinkAnswer) throws(CommandFailure) -> View {
    do {
      return try answer.read(type)
    } catch {
      throw CommandFailure(
        .internalFault, "havend's answer cannot be read: '\(error.field)': \(error.text)",
        hint: "havend and havenctl may be of different versions: systemctl --user restart havend")
    }
  }

  private static func written(_ make: () throws -> VarlinkCall) throws(CommandFailure) -> VarlinkCall {
    do {
      return try make()
    } catch {
      throw CommandFailure(.internalFault, "the question cannot be written: \(error)")
    }
  }
}
