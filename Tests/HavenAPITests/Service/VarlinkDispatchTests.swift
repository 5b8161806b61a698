import HavenCore
import Testing

@testable import HavenAPI

@Suite("Questions over the socket")
struct VarlinkDispatchTests {
  private let service = FakeService()

  private func call(_ method: String, _ parameters: String = "{}", more: Bool = false) -> VarlinkDispatch.Answer {
    let call = VarlinkCall("io.haven.Daemon.\(method)", parameters: Array(parameters.utf8), more: more)
    return VarlinkDispatch.answer(call, service)
  }

  private func text(_ answer: VarlinkDispatch.Answer) -> String {
    switch answer {
    case .reply(let reply), .monitor(let reply, _), .piece(let reply, _): String(decoding: reply.message, as: UTF8.self)
    case .reload: "reload"
    }
  }

  @Test(
    "each look is asked with its parameters, left out or null where they may be",
    arguments: [
      ("Now", "{}", "now -"), ("Now", #"{"as":"ros"}"#, "now ros"), ("Now", #"{"as":null}"#, "now -"),
      ("Bar", #"{"as":"ros"}"#, "bar ros"), ("Next", "{}", "next 5 -"),
      ("Next", #"{"count":50,"as":"ros"}"#, "next 50 ros"),
      ("Day", "{}", "day -"), ("Day", #"{"date":"2026-03-10"}"#, "day 2026-03-10"), ("Tomorrow", "{}", "tomorrow -"),
      ("Why", #"{"step":"tea"}"#, "why tea"), ("Status", "{}", "status"),
      ("Status", #"{"examine":true}"#, "examined status"), ("Events", "{}", "events -"),
      ("Export", #"{"child":"otter","as":"ros"}"#, "export otter - ros"), ("Export", "{}", "export - - -"),
      ("Purge", #"{"child":"otter"}"#, "purge otter false"), ("Backup", #"{"path":"/x"}"#, "backup /x"),
      ("Purge", #"{"child":"otter","confirmed":true}"#, "purge otter true"),
      ("Goals", #"{"as":"ros"}"#, "goals ros"), ("Respite", "{}", "respite -"), ("Promises", "{}", "promises -"),
      ("Events", #"{"since":"1970-01-01T01:00:10+01:00"}"#, "events 10"),
      ("Undo", #"{"as":"ros"}"#, "undo ros"), ("TagIn", #"{"as":"ros"}"#, "tag in ros"), ("Noticed", "{}", "noticed -"),
      ("Hard", #"{"child":null,"tags":["hungry"]}"#, "hard --size 2 --tag hungry -"),
      ("SetMode", #"{"mode":"sick","until":"2026-03-10T18:00:00+01:00"}"#, "mode sick --until 2026-03-10T17:00 -"),
    ])
  func looks(method: String, parameters: String, asked: String) {
    let answer = call(method, parameters)
    #expect(service.asked == [asked])
    #expect(!text(answer).contains("\"error\""))
  }

  @Test("a reload is answered when it is done, and a parameter that it has not is refused at once")
  func reloads() {
    #expect(call("Reload") == .reload)
    #expect(text(call("Reload", #"{"as":"ros"}"#)).contains("InvalidParameter"))
  }

  @Test("an answer's parameters are the very object that the shell prints")
  func answers() throws {
    #expect(text(call("Day")) == "{\"parameters\":\(try JSON.text(Samples.day))}")
    #expect(text(call("Done", #"{"step":"tea"}"#)) == "{\"parameters\":{\"act\":\(try JSON.text(Samples.act))}}")
    #expect(
      text(call("Version")) == "{\"parameters\":{\"version\":1,\"kind\":\"version\",\"program\":\"\(havenVersion)\"}}")
  }

  @Test(
    "a parameter that is unknown, missing, of the wrong kind or out of range is named, and nothing is done",
    arguments: [
      ("Now", #"{"chlid":"x"}"#, "chlid"), ("Status", #"{"as":"ros"}"#, "as"), ("Now", #"{"as":5}"#, "as"),
      ("Next", #"{"count":0}"#, "count"), ("Next", #"{"count":51}"#, "count"), ("Next", #"{"count":1.5}"#, "count"),
      ("Day", #"{"date":"today"}"#, "date"), ("Why", "{}", "step"), ("Events", #"{"since":"17:00"}"#, "since"),
      ("Done", "{}", "step"), ("Done", #"{"step":"tea","minutes":5}"#, "minutes"),
      ("Hard", #"{"chlid":"otter"}"#, "chlid"), ("Fed", #"{"step":"tea"}"#, "child"), ("Hard", #"{"size":4}"#, "size"),
      ("Delay", #"{"step":"tea","minutes":9223372036854775807}"#, "minutes"),
      ("Delay", #"{"step":"tea","minutes":-1}"#, "minutes"), ("Snooze", #"{"cue":"x","seconds":0}"#, "seconds"),
      ("SetMode", #"{"mode":"bad"}"#, "mode"), ("TagAnswer", #"{"answer":"perhaps"}"#, "answer"),
      ("RespiteForgive", #"{"lane":"holiday"}"#, "lane"), ("PromiseAdd", #"{"promise":"x","due":"17:00"}"#, "due"),
      ("RespiteBook", #"{"lane":"couple","from":"2026-03-21T10:00","to":"noon"}"#, "to"),
    ])
  func invalidParameters(method: String, parameters: String, name: String) {
    #expect(
      text(call(method, parameters))
        == #"{"error":"org.varlink.service.InvalidParameter","parameters":{"parameter":"\#(name)"}}"#)
    #expect(service.asked.isEmpty)
  }

  @Test("a method or an interface that is not there is told by name")
  func notFound() {
    #expect(
      text(call("Explode"))
        == #"{"error":"org.varlink.service.MethodNotFound","parameters":{"method":"io.haven.Daemon.Explode"}}"#)
    for method in ["org.example.Thing.Do", "Now", ""] {
      let reply = text(VarlinkDispatch.answer(VarlinkCall(method), service))
      #expect(reply.hasPrefix(#"{"error":"org.varlink.service.InterfaceNotFound""#), "\(method)")
    }
  }

  @Test("Monitor streams only to who asks for more")
  func monitor() {
    #expect(text(call("Monitor")) == #"{"error":"org.varlink.service.ExpectedMore","parameters":{}}"#)
    #expect(service.asked.isEmpty)
    guard case .monitor(let first, let carer) = call("Monitor", #"{"as":"ros"}"#, more: true) else {
      Issue.record("no stream")
      return
    }
    #expect(carer == "ros")
    #expect(first.continues)
    #expect(
      String(decoding: first.message, as: UTF8.self).hasPrefix(
        #"{"continues":true,"parameters":{"version":1,"kind":"monitor","sequence":7,"state":{"#))
  }

  @Test("what the household refuses comes as an error that the client can tell apart")
  func errors() throws {
    for error in [
      ServiceError.refused(Refusal("no step 'x'", hint: "havenctl day", isTruthfulNo: true)), .refused(Refusal("no")),
      .notPermitted("not yours"), .configInvalid(["a:1:1: error: x", "b"]), .noConfig(directory: "/x"),
      .failed("the disk is full"),
    ] {
      service.error = error
      guard case .reply(let reply) = call("Status") else {
        Issue.record("no reply")
        continue
      }
      #expect(ServiceError(try VarlinkReply(message: reply.message)) == error)
    }
  }

  @Test("an error of a later version is told by its name; a reply without one is none")
  func unknownErrors() {
    #expect(
      ServiceError(VarlinkReply(error: "io.haven.Daemon.Novel")) == .failed("havend answered 'io.haven.Daemon.Novel'"))
    #expect(ServiceError(VarlinkReply()) == nil)
  }

  @Test("every error of the protocol comes back as itself")
  func protocolErrors() {
    for error in [
      VarlinkError.interfaceNotFound("a"), .methodNotFound("a"), .methodNotImplemented("a"), .invalidParameter("a"),
      .expectedMore, .permissionDenied, .malformedRequest(reason: "a"), .requestTooLarge(limit: 1),
      .requestTooSlow(seconds: 1),
      .tooManyConnections(limit: 1),
    ] {
      #expect(ServiceError(error.reply) == .protocolFault(error))
    }
  }
}
