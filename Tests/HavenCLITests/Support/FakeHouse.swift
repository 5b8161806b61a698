import HavenAPI
import HavenCore

@testable import HavenCLI

/// A daemon without a socket: the same dispatch, a family that always says the same, and a record of what was asked.
final class FakeHouse: HavenService {
  var asked: [String] = []
  /// What every question is answered with instead.
  var error: ServiceError?
  /// Steps that there are none of.
  var unknownSteps: Set<String> = []
  var nowView = House.now
  var respiteView = House.respite
  var promisesView = House.promises
  var barView = House.bar
  var modeView = ModeView(at: House.at("17:12"), mode: .ordinary)
  var eventViews: [EventView] = []
  var pieces: [[RecordView]] = []
  var worksheetsView = WorksheetsView(at: House.at("17:12"), worksheets: [])
  var refusesToReload = false
  var purgeView = PurgeView(child: "otter", done: false, inConfig: true, records: [])
  var suggestionsView = SuggestionsView(at: House.at("17:12"), carer: "ros", suggestions: [], few: true)
  var trialsView = TrialsView(at: House.at("17:12"), trials: [])
  var notesView = NotesView(at: House.at("17:12"), notes: [])
  var balanceView = BalanceView(
    at: House.at("17:12"), monday: CivilDate("2026-03-09")!, answered: 0, balance: nil, sides: .init([]))  // a date
  var capacityView = CapacityView(at: House.at("17:12"), carer: "ros", level: nil)
  var backupView = BackupView(at: House.at("17:12"), path: "", copy: "")
  var hardView = House.hard
  /// What each command had to say in words of a person's own.
  var notes: [String?] = []

  func answer<View>(_ question: String, _ view: View) throws(ServiceError) -> View {
    asked.append(question)
    if let error { throw error }
    return view
  }

  func now(as carer: CarerID?) throws(ServiceError) -> NowView { try answer("now \(carer ?? "-")", nowView) }
  func bar(as carer: CarerID?) throws(ServiceError) -> BarView { try answer("bar \(carer ?? "-")", barView) }
  func next(count: Int, as carer: CarerID?) throws(ServiceError) -> NextView {
    try answer("next \(count)", NextView(at: House.at("17:12"), items: Array(House.next.prefix(count))))
  }
  func day(_ date: CivilDate?) throws(ServiceError) -> DayView {
    try answer("day \(date?.description ?? "-")", House.day)
  }
  func mode(as carer: CarerID?) throws(ServiceError) -> ModeView {
    try answer("mode \(carer ?? "-")", modeView)
  }
  func tomorrow(as carer: CarerID?) throws(ServiceError) -> TomorrowView { try answer("tomorrow", House.tomorrow) }
  func why(step: StepID) throws(ServiceError) -> WhyView {
    if unknownSteps.contains(step) { throw .refused(Refusal("no step '\(step)'")) }
    var view = House.why
    view.step = view.step.hasPrefix(step) ? view.step : step
    return try answer("why \(step)", view)
  }
  func handover(as carer: CarerID?) throws(ServiceError) -> HandoverView {
    var view = HandoverView(at: House.at("17:12"), carer: carer ?? "ros", since: House.at("14:00"))
    view.states = [HandoverView.State(child: "otter", state: "wobbly", hardSecondsAgo: 2400)]
    view.line = "he asked about the train"
    return try answer("handover \(carer ?? "-")", view)
  }
  func hardMoments(of child: ChildID?, count: Int) throws(ServiceError) -> HardListView {
    try answer("hard moments \(child ?? "-") \(count)", House.hardMoments)
  }
  func status() throws(ServiceError) -> StatusView { try answer("status", House.status) }
  func examinedStatus() throws(ServiceError) -> StatusView { try answer("examined status", House.status) }
  func review(week: CivilDate?, as carer: CarerID?) throws(ServiceError) -> ReviewView {
    try answer("review \(week?.description ?? "-")", House.review)
  }
  func quarter(as carer: CarerID?) throws(ServiceError) -> QuarterView { try answer("quarter", House.quarter) }
  func events(since: Instant?, as carer: CarerID?) throws(ServiceError) -> EventsView {
    try answer("events \(since.map { "\(Zone.utc.civil(at: $0))" } ?? "-")", EventsView(events: eventViews))
  }
  func monitor(as carer: CarerID?) throws(ServiceError) -> MonitorView {
    try answer("monitor", MonitorView(sequence: 1, state: nowView))
  }
  func perform(_ command: Command, as carer: CarerID?) throws(ServiceError) -> ActView {
    let words = command.words(in: .utc).joined(separator: " ")
    var act = ActView(at: House.at("17:12"), by: "ros", command: words, lines: ["it is done"])
    if words == "hard" || words.hasPrefix("hard --") || words.hasPrefix("hard edit") { act.hard = hardView }
    notes.append(command.note)
    return try answer("\(words) \(carer ?? "-")", act)
  }
  func undo(as carer: CarerID?) throws(ServiceError) -> ActView {
    try answer("undo", .undo(at: House.at("17:12"), by: "ros", command: "done tea", lines: ["taken back: done: tea"]))
  }
  func reload() throws(ServiceError) -> ReloadView {
    if refusesToReload { throw .configInvalid(["haven.toml:1:1: error: x"]) }
    return try answer(
      "reload", ReloadView(at: House.at("17:12"), files: ["a", "b"], warnings: ["a:1:1: warning: look"]))
  }
}

/// A connection that ends in the same process.
final class LoopbackConnection: Connection {
  private let service: any HavenService
  private var replies: [[UInt8]] = []

  init(_ service: any HavenService) { self.service = service }

  func send(_ message: [UInt8]) throws(CommandFailure) {
    guard let call = try? VarlinkCall(message: message) else { throw CommandFailure(.internalFault, "no call") }
    try answer(call)
  }

  private func answer(_ call: VarlinkCall) throws(CommandFailure) {
    switch VarlinkDispatch.answer(call, service) {
    case .piece(let piece, let rest):
      replies.append(piece.message)
      try answer(rest)
    case .reply(let reply): replies.append(reply.message)
    case .reload: replies.append(reload().message)
    case .monitor(let first, _): replies.append(first.message)
    }
  }

  private func reload() -> VarlinkReply {
    guard let house = service as? FakeHouse else { return ServiceError.failed("nobody reloads").reply }
    do throws(ServiceError) {
      return VarlinkDispatch.reply(try house.reload())
    } catch {
      return error.reply
    }
  }

  func receive(within seconds: Int) throws(CommandFailure) -> [UInt8] {
    guard !replies.isEmpty else { throw CommandFailure(.unavailable, "havend closed the connection") }
    return replies.removeFirst()
  }
}

/// What one command line did.
struct Outcome: Equatable {
  var status: CommandStatus
  var output: String
  var errors: String
}

/// Runs a command line in this process, at 17:12 on Tuesday 10 March 2026, UTC.
func havenctl(
  _ words: String, house: FakeHouse? = FakeHouse(),
  environment: [String: String] = ["XDG_RUNTIME_DIR": "/run/user/1"], width: Int = .max, isTerminal: Bool = false,
  typed: String? = nil, input: String? = nil, hasTerminal: Bool = true
) throws -> Outcome {
  var output: [UInt8] = []
  var errors: [UInt8] = []
  var context = Context(
    output: Output(isTerminal: isTerminal, width: width) { output += $0 }, errors: Output { errors += $0 },
    environment: { environment[$0] }, now: { House.at("17:12").instant },
    connect: { path throws(CommandFailure) in
      guard let house else {
        throw CommandFailure(.unavailable, "nothing answers at '\(path)'", hint: "systemctl --user start havend")
      }
      return LoopbackConnection(house)
    })
  context.input = { typed }
  context.hasTerminal = hasTerminal
  if let input { context.pipedInput = { () throws(CommandFailure) in input } }
  let status = Havenctl.run(try ShellWords.split(words), in: context)
  return Outcome(
    status: status, output: String(decoding: output, as: UTF8.self), errors: String(decoding: errors, as: UTF8.self))
}

extension Command {
  fileprivate var note: String? {
    switch self {
    case .hard(let moment): moment.note
    case .hardEdit(_, let edit): edit.note
    case .noticed(let note): note
    case .note(let note): note.text
    default: nil
    }
  }
}
