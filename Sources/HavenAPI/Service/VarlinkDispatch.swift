import HavenCore

/// Decodes a call, asks the service, encodes its answer. One switch over what can be looked at; what can be done is
/// `Command`'s own table.
public enum VarlinkDispatch {
  public enum Answer: Sendable, Equatable {
    case reply(VarlinkReply)
    /// Send this now, then every change to this carer's connection until it closes.
    case monitor(first: VarlinkReply, carer: CarerID?)
    /// Send this now, and answer `rest` once it is written: a long answer waits for its reader, not in memory.
    case piece(VarlinkReply, rest: VarlinkCall)
    /// Read the config again, and send the `ReloadView` or the fault when that is done: it may take seconds.
    case reload
  }

  public static func answer(_ call: VarlinkCall, _ service: some HavenService) -> Answer {
    do {
      if call.interface == ServiceInformation.interface[...] { return .reply(try ServiceInformation.answer(call)) }
      guard call.interface == interface[...] else { throw VarlinkError.interfaceNotFound(String(call.interface ?? "")) }
      return try answer(call.name, call, service)
    } catch let error as ServiceError {
      return .reply(error.reply)
    } catch let error as VarlinkError {
      return .reply(error.reply)
    } catch {
      return .reply(ServiceError.failed("the answer could not be written").reply)
    }
  }

  public static let interface = "io.haven.Daemon"

  private static func answer(_ method: Substring, _ call: VarlinkCall, _ service: some HavenService) throws -> Answer {
    switch method {
    case "Now": return try reply(service.now(as: try call.read(Looking.self, only: "as").as))
    case "Bar": return try reply(service.bar(as: try call.read(Looking.self, only: "as").as))
    case "Next":
      let asked = try call.read(Looking.self, only: "count", "as")
      let count = asked.count ?? NextView.usual
      guard (1...NextView.most).contains(count) else { throw VarlinkError.invalidParameter("count") }
      return try reply(service.next(count: count, as: asked.as))
    case "Day": return try reply(service.day(try call.read(Looking.self, only: "date").date))
    case "Mode": return try reply(service.mode(as: try call.read(Looking.self, only: "as").as))
    case "Tomorrow": return try reply(service.tomorrow(as: try call.read(Looking.self, only: "as").as))
    case "Why":
      guard let step = try call.read(Looking.self, only: "step").step else {
        throw VarlinkError.invalidParameter("step")
      }
      return try reply(service.why(step: step))
    case "Handover": return try reply(service.handover(as: try call.read(Looking.self, only: "as").as))
    case "HardMoments":
      let asked = try call.read(Looking.self, only: "child", "count")
      guard (1...HardListView.most).contains(asked.count ?? 1) else { throw VarlinkError.invalidParameter("count") }
      return try reply(service.hardMoments(of: asked.child, count: asked.count ?? HardListView.most))
    case "Status":
      let asked = try call.read(Looking.self, only: "examine")
      return try reply(asked.examine == true ? service.examinedStatus() : service.status())
    case "Events":
      let asked = try call.read(Looking.self, only: "since", "as")
      return try reply(service.events(since: asked.since?.instant, as: asked.as))
    case "Review":
      let asked = try call.read(Looking.self, only: "week", "as")
      return try reply(service.review(week: asked.week, as: asked.as))
    case "Quarter": return try reply(service.quarter(as: try call.read(Looking.self, only: "as").as))
    case "Suggestions": return try reply(service.suggestions(as: try call.read(Looking.self, only: "as").as))
    case "Worksheets":
      let asked = try call.read(Looking.self, only: "child", "as")
      return try reply(service.worksheets(of: asked.child, as: asked.as))
    case "Questions": return try reply(service.questions(as: try call.read(Looking.self, only: "as").as))
    case "Trials": return try reply(service.trials(as: try call.read(Looking.self, only: "as").as))
    case "Notes":
      let asked = try call.read(Looking.self, only: "child", "count", "as")
      guard (1...NotesView.most).contains(asked.count ?? 1) else { throw VarlinkError.invalidParameter("count") }
      return try reply(service.notes(of: asked.child, count: asked.count ?? NotesView.most, as: asked.as))
    case "WeekBalance": return try reply(service.balance(as: try call.read(Looking.self, only: "as").as))
    case "CapacityToday": return try reply(service.capacity(as: try call.read(Looking.self, only: "as").as))
    case "Version": return try reply(nothing(call) { VersionView(program: havenVersion) })
    case "Reload": return try nothing(call) { .reload }
    case "Undo": return try reply(Acted(act: service.undo(as: try call.read(Looking.self, only: "as").as)))
    case "Monitor":
      let carer = try call.read(Looking.self, only: "as").as
      guard call.more, !call.oneway else { throw VarlinkError.expectedMore }
      return .monitor(first: try VarlinkReply(try service.monitor(as: carer), continues: true), carer: carer)
    case "Export", "Purge", "Backup": return try record(call, service)
    case "Goals", "Respite", "Promises": return try care(call, service)
    default:
      guard let (command, carer) = try call.command() else { throw VarlinkError.methodNotFound(call.method) }
      return try reply(Acted(act: service.perform(command, as: carer)))
    }
  }

  /// A view as a reply, for what is answered later.
  public static func reply(_ view: some Encodable) -> VarlinkReply {
    (try? VarlinkReply(view)) ?? ServiceError.failed("the answer could not be written").reply
  }

  private static func reply(_ view: some Encodable) throws -> Answer { .reply(try VarlinkReply(view)) }

  private static func nothing<View>(_ call: VarlinkCall, _ ask: () throws -> View) throws -> View {
    _ = try call.read(Looking.self)
    return try ask()
  }

  /// The parameters of every method that looks.
  private struct Looking: Decodable {
    var `as`: CarerID?
    var count: Int?
    var date: CivilDate?
    var week: CivilDate?
    var step: String?
    var since: Stamp?
    var child: String?
    var examine: Bool?
  }
}

/// What a method that does something answers.
public struct Acted: Sendable, Codable {
  public var act: ActView
}

extension VarlinkCall {
  /// Reads the parameters, and refuses every one that the method does not know: a slip of the pen in `chlid` must
  /// not turn one child's command into all children's.
  func read<Parameters: Decodable>(_ type: Parameters.Type, only keys: String...) throws(VarlinkError) -> Parameters {
    try read(type, known: keys.contains)
  }

  /// The command that a method asks for; nil where the method is unknown.
  package func command() throws(VarlinkError) -> (Command, as: CarerID?)? {
    let parameters = try read(ActParameters.self, known: { _ in true })
    guard let command = try Command(method: name, parameters) else { return nil }
    // A command says again all that it was told: what is not among it was not understood.
    var understood = command.wire().parameters
    understood.as = parameters.as ?? ""
    let tree = try? JSONTreeEncoder.node(of: understood).value
    _ = try read(ActParameters.self, known: { tree?[$0] != nil })
    return (command, parameters.as)
  }

  private func read<Parameters: Decodable>(
    _ type: Parameters.Type, known: (String) -> Bool
  ) throws(VarlinkError) -> Parameters {
    guard case .object(let members)? = try? JSONParser.parse(parameters) else { throw .invalidParameter("") }
    for member in members where !known(member.key) && member.value != .null { throw .invalidParameter(member.key) }
    do throws(JSONFault) {
      return try JSON.decode(type, from: .object(members))
    } catch {
      throw .invalidParameter(String(error.field.prefix { $0 != "." }))
    }
  }
}
