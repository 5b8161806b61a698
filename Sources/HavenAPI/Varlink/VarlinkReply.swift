/// One answer to a `Call`: its parameters, or an error with the error's parameters.
public struct VarlinkReply: Sendable, Equatable {
  /// `org.varlink.service.MethodNotFound`; nil where it went well.
  public var error: String?
  /// The text of an object.
  public var parameters: [UInt8]
  /// More replies to the same call follow.
  public var continues: Bool

  public init(parameters: [UInt8] = Array("{}".utf8), error: String? = nil, continues: Bool = false) {
    self.error = error
    self.parameters = parameters
    self.continues = continues
  }

  /// Throws only for what has no JSON, such as an infinite `Double`.
  public init(_ parameters: some Encodable, error: String? = nil, continues: Bool = false) throws {
    self.init(parameters: try JSON.encode(parameters), error: error, continues: continues)
  }

  /// The text of one message, without its terminator.
  public init(message: some Collection<UInt8>) throws(JSONFault) {
    try self.init(try JSONParser.parse(message))
  }

  init(_ value: JSONValue) throws(JSONFault) {
    guard case .object = value else { throw JSONFault("wrong type") }
    self.init()
    switch value["error"] {
    case nil, .null: break
    case .string(let name): error = name
    default: throw JSONFault("wrong type", of: "error")
    }
    switch value["continues"] {
    case nil, .null: break
    case .bool(let follows): continues = follows
    default: throw JSONFault("wrong type", of: "continues")
    }
    if let given = value["parameters"], given != .null { parameters = given.bytes }
  }

  /// The message as a server writes it, without its terminator.
  public var message: [UInt8] {
    var text: [UInt8] = []
    if let error {
      text += "{\"error\":".utf8
      JSONValue.string(error).write(to: &text)
      text += ",\"parameters\":".utf8
    } else if continues {
      text += "{\"continues\":true,\"parameters\":".utf8
    } else {
      text += "{\"parameters\":".utf8
    }
    text += parameters
    text.append(UInt8(ascii: "}"))
    return text
  }
}
