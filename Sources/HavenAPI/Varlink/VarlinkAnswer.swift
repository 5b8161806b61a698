/// A reply as a client reads it: taken apart once, its parameters ready to become a view.
public struct VarlinkAnswer: Sendable {
  private let parameters: JSONValue
  /// The whole reply, where it says what went wrong.
  public let error: VarlinkReply?

  /// - Parameter message: one message, without its terminator.
  public init(message: some Collection<UInt8>) throws(JSONFault) {
    let value = try JSONParser.parse(message)
    switch (value, value["error"]) {
    case (.object, nil), (.object, .null): error = nil
    default: error = try VarlinkReply(value)
    }
    switch value["parameters"] {
    case nil, .null: parameters = .object([])
    case let given?: parameters = given
    }
  }

  /// - Throws: what of the parameters is no such view.
  public func read<View: Decodable>(_ type: View.Type) throws(JSONFault) -> View {
    try JSON.decode(type, from: parameters)
  }
}
