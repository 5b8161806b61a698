import Testing

@testable import HavenAPI

@Suite("What every Varlink service tells about itself")
struct ServiceInformationTests {
  private func ask(_ method: String, _ parameters: String = "{}") throws -> VarlinkReply {
    let call = VarlinkCall("org.varlink.service.\(method)", parameters: Array(parameters.utf8))
    guard case .reply(let reply) = VarlinkDispatch.answer(call, FakeService()) else { throw JSONFault("no reply") }
    return reply
  }

  @Test("GetInfo names the program and its interfaces")
  func information() throws {
    let reply = try ask("GetInfo")
    #expect(
      String(decoding: reply.parameters, as: UTF8.self)
        == #"{"vendor":"Haven","product":"havend","version":"\#(havenVersion)","url":"","interfaces":["org.varlink.service","io.haven.Daemon"]}"#
    )
  }

  @Test("GetInterfaceDescription hands out each interface that GetInfo names")
  func descriptions() throws {
    struct Description: Decodable { var description: String }
    for name in ["org.varlink.service", "io.haven.Daemon"] {
      let reply = try ask("GetInterfaceDescription", "{\"interface\":\"\(name)\"}")
      let text = try JSON.decode(Description.self, from: reply.parameters).description
      #expect(text.contains("\ninterface \(name)\n"))
      #expect(text.hasSuffix(")\n"))
    }
  }

  @Test("an interface that is not there, or not named, is an error")
  func notThere() throws {
    #expect(
      try ask("GetInterfaceDescription", #"{"interface":"a.b"}"#).error == "org.varlink.service.InterfaceNotFound")
    #expect(try ask("GetInterfaceDescription").error == "org.varlink.service.InvalidParameter")
    #expect(try ask("GetEverything").error == "org.varlink.service.MethodNotFound")
  }
}
