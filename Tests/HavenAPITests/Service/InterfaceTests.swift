import Glibc
import HavenCore
import Testing

@testable import HavenAPI

@Suite("The interface's description")
struct InterfaceTests {
  private let description = InterfaceDescription(InterfaceText.daemon)

  @Test("the file that is installed is the text that the socket hands out")
  func file() throws {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let file = try #require(fopen("/\(root)/etc/io.haven.Daemon.varlink", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    #expect(String(decoding: bytes, as: UTF8.self) == InterfaceText.daemon)
  }

  @Test("every method has an answer")
  func everyMethod() {
    for method in description.methods {
      let answer = VarlinkDispatch.answer(VarlinkCall("io.haven.Daemon.\(method.name)"), FakeService())
      guard case .reply(let reply) = answer else { continue }
      #expect(reply.error != "org.varlink.service.MethodNotFound", "\(method.name)")
    }
    #expect(description.methods.count > 40)
  }

  @Test("every parameter that is described is taken, and none that is not is needed")
  func everyParameter() {
    let values = [
      "string": "\"x\"", "int": "1", "bool": "true", "date": "\"2026-03-10\"", "due": "\"2026-03-10T17:00:00Z\"",
      "at": "\"2026-03-10T17:00:00Z\"", "since": "\"2026-03-10T17:00:00Z\"", "until": "\"2026-03-10T17:00:00Z\"",
      "from": "\"2026-03-10T17:00\"",
      "to": "\"2026-03-10T18:00\"", "week": "\"2026-03-10\"", "lane": "\"couple\"", "mode": "\"sick\"",
      "balance": "\"even\"", "act": "\"done\"", "meds": "\"given\"", "revisit": "\"2026-03-10\"",
      "audience": "\"coach\"", "last": "\"2026-03-10\"", "change": "\"size\"", "form": "\"ofnr\"", "by": "\"sitter\"",
      "ConfigChange": #"{"file":"haven.toml","line":1,"before":["a"],"after":["b"]}"#,
    ]
    for method in description.methods {
      for all in [true, false] {
        let members = method.input.filter { all || !$0.isOptional }.map { field in
          var value = values[field.name] ?? values[field.type] ?? "null"
          if field.name == "answer" { value = method.name == "TagAnswer" ? "\"yes\"" : "\"done\"" }
          return "\"\(field.name)\":\(field.isArray ? "[\(value)]" : value)"
        }
        let call = VarlinkCall(
          "io.haven.Daemon.\(method.name)", parameters: Array("{\(members.joined(separator: ","))}".utf8),
          more: method.name == "Monitor")
        switch VarlinkDispatch.answer(call, FakeService()) {
        case .reply(let reply):
          #expect(reply.error == nil, "\(call.method) \(members) \(String(decoding: reply.message, as: UTF8.self))")
        case .monitor: #expect(method.name == "Monitor")
        case .piece: #expect(method.name == "Export")
        case .reload: #expect(method.name == "Reload")
        }
      }
    }
  }

  @Test("every answer has the fields that are described, in their order and of their kinds, and no other")
  func everyAnswer() throws {
    for (method, view) in [
      ("Now", Samples.now as any Encodable), ("Bar", Samples.bar), ("Next", Samples.next), ("Day", Samples.day),
      ("Tomorrow", Samples.tomorrow), ("Mode", Samples.mode), ("Why", Samples.why),
      ("Handover", Samples.handover), ("HardMoments", Samples.hardMoments), ("Status", Samples.status),
      ("Events", EventsView(events: Samples.events)), ("Monitor", MonitorView(sequence: 1, state: Samples.now)),
      ("Monitor", MonitorView(Samples.events[0])), ("Version", VersionView(program: "0.1.0")),
      ("Export", Samples.export), ("Purge", Samples.purge), ("Backup", Samples.backup),
      ("Suggestions", Samples.suggestions), ("Worksheets", Samples.worksheets), ("Questions", Samples.questions),
      ("Goals", Samples.goals), ("Respite", Samples.respite), ("Promises", Samples.promises),
      ("Trials", Samples.trials), ("Notes", Samples.notes), ("WeekBalance", Samples.balance),
      ("CapacityToday", Samples.capacity), ("Reload", Samples.reload), ("Undo", Acted(act: Samples.act)),
      ("Done", Acted(act: Samples.act)),
    ] {
      let output = try #require(description.methods.first { $0.name == method }).output
      let fields = InterfaceDescription.fields(String(output.dropFirst().dropLast()))
      try check(try JSONTreeEncoder.node(of: view).value, against: fields, at: method)
    }
  }

  @Test("what may be left out is left out, and the rest is still as described")
  func sparse() throws {
    let now = NowView(at: Samples.at("17:12"), zone: "UTC", day: "plain", carer: "me")
    let fields = try #require(description.types["State"])
    try check(try JSONTreeEncoder.node(of: now).value, against: fields, at: "State")
    #expect(
      try JSON.text(now)
        == #"{"version":1,"kind":"now","at":"2026-03-10T17:12:00+01:00","zone":"UTC","day":"plain","carer":"me","children":[],"duty":null,"mode":"ordinary","modes":[],"fuel":[],"promises_due":0,"held":[],"passed":[],"late":[]}"#
    )
  }

  @Test("every line of a simulation is described")
  func everyLine() throws {
    let at = Samples.at("17:12").instant
    let subjects: [(Line.Kind, Line.Subject)] = [
      (.moved, .movedTo(at)), (.fuel, .fuel(children: ["otter"], movementToo: true)),
      (.nudge, .nudge(goal: "walk", dose: .micro)),
      (.appointment, .appointment(goal: "walk", startsAt: at, lead: 7200)),
      (.promise, .promise(id: "kite", dueAt: at, lead: 1800)),
      (.respite, .respite(lane: .couple, startsAt: at, lead: 7200)),
      (.tell, .tell(child: "otter", startsAt: at)), (.marked, .marked(daysAhead: 3)), (.swap, .swap(.asked)),
      (.digest, .none),
    ]
    let fields = try #require(description.types["Line"])
    for (kind, subject) in subjects {
      let line = Line(kind: kind, at: at, to: "ros", level: .public, subject: subject)
      let view = SimulatedLine(line, title: "a", body: "b", zone: Samples.zone)
      try check(try JSONTreeEncoder.node(of: view).value, against: fields, at: kind.rawValue)
    }
  }

  @Test("every error that can be sent is described")
  func everyError() throws {
    let errors: [ServiceError] = [
      .refused(Refusal("a", hint: "b")), .notPermitted("a"), .configInvalid(["a"]), .noConfig(directory: "a"),
      .failed("a"), .protocolFault(.malformedRequest(reason: "a")), .protocolFault(.requestTooLarge(limit: 1)),
      .protocolFault(.requestTooSlow(seconds: 1)), .protocolFault(.tooManyConnections(limit: 1)),
    ]
    for error in errors {
      let name = try #require(error.reply.error?.split(separator: ".").last.map(String.init))
      let fields = try #require(description.errors[name], "\(name) is not described")
      guard case .object(let members) = try JSONParser.parse(error.reply.parameters) else { continue }
      #expect(members.map(\.key).allSatisfy { key in fields.contains { $0.name == key } }, "\(name)")
    }
    #expect(description.errors.count == errors.count)
  }

  @Test("every type is used")
  func everyType() {
    let used = Set(
      description.types.values.flatMap { $0.map(\.type) }
        + description.methods.flatMap {
          InterfaceDescription.fields(String($0.output.dropFirst().dropLast())).map(\.type)
        })
    #expect(Set(description.types.keys).subtracting(used).isEmpty)
  }

  private func check(_ value: JSONValue, against fields: [InterfaceDescription.Field], at path: String) throws {
    guard case .object(let members) = value else {
      Issue.record("\(path) is no object")
      return
    }
    let order = members.compactMap { member in fields.firstIndex { $0.name == member.key } }
    #expect(order.count == members.count, "\(path): \(members.map(\.key)) has a field that is not described")
    #expect(order == order.sorted(), "\(path): the order differs")
    for field in fields {
      let here = "\(path).\(field.name)"
      guard let member = members.first(where: { $0.key == field.name }), member.value != .null else {
        #expect(field.isOptional, "\(here) is missing")
        continue
      }
      let values: [JSONValue]
      if case .array(let elements) = member.value {
        #expect(field.isArray, "\(here) is a list")
        values = elements
      } else {
        #expect(!field.isArray, "\(here) is no list")
        values = [member.value]
      }
      for value in values {
        switch (field.type, value) {
        case ("string", .string), ("int", .number), ("float", .number), ("bool", .bool), ("object", .object): break
        case (let type, .object):
          try check(value, against: try #require(description.types[type], "\(here): no type \(type)"), at: here)
        default: Issue.record("\(here) is not of type \(field.type)")
        }
      }
    }
  }
}
