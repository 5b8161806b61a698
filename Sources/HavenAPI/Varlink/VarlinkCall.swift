/// One request of a Varlink client (<https://varlink.org/Method-Call>).
public struct VarlinkCall: Sendable, Equatable {
  /// Interface and method: `io.haven.Daemon.Now`.
  public var method: String
  /// The text of the parameters' object, bounded in depth; read by the type that the method asks for.
  public var parameters: [UInt8]
  /// Every reply of a stream, not the first alone.
  public var more: Bool
  /// No reply at all.
  public var oneway: Bool

  public init(_ method: String, parameters: [UInt8] = Array("{}".utf8), more: Bool = false, oneway: Bool = false) {
    self.method = method
    self.parameters = parameters
    self.more = more
    self.oneway = oneway
  }

  /// The text of one message, without its terminator.
  public init(message: some Collection<UInt8>) throws(JSONFault) {
    let value = try JSONParser.parse(message)
    let flags = try JSON.decode(Flags.self, from: value)
    guard flags.upgrade != true else { throw JSONFault("no method here upgrades a connection") }
    self.init(flags.method, more: flags.more ?? false, oneway: flags.oneway ?? false)
    if let given = value["parameters"], given != .null { parameters = given.bytes }
    guard parameters.first == UInt8(ascii: "{") else { throw JSONFault("'parameters' is not an object") }
  }

  private struct Flags: Decodable {
    var method: String
    var more: Bool?
    var oneway: Bool?
    var upgrade: Bool?
  }

  /// The interface's part of the method, `io.haven.Daemon`; nil for a method without one.
  public var interface: Substring? { method.lastIndex(of: ".").map { method[..<$0] } }
  /// The method's own name, `Now`.
  public var name: Substring { method[(method.lastIndex(of: ".").map(method.index(after:)) ?? method.startIndex)...] }

  /// The message as a client writes it, without its terminator.
  public var message: [UInt8] {
    var text = Array("{\"method\":".utf8)
    JSONValue.string(method).write(to: &text)
    text += ",\"parameters\":".utf8
    text += parameters
    if more { text += ",\"more\":true".utf8 }
    if oneway { text += ",\"oneway\":true".utf8 }
    text.append(UInt8(ascii: "}"))
    return text
  }
}
