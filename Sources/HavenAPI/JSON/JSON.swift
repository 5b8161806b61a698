/// JSON as Haven writes and reads it, on the socket and in the shell: `snake_case` keys in the order of declaration,
/// compact, one line.
public enum JSON {
  /// Throws only for what has no JSON, such as an infinite `Double`; no type of ours holds one.
  public static func encode(_ value: some Encodable) throws -> [UInt8] {
    var output: [UInt8] = []
    try JSONTreeEncoder.node(of: value).value.write(to: &output)
    return output
  }

  /// The same as text, without a line end.
  public static func text(_ value: some Encodable) throws -> String {
    String(decoding: try encode(value), as: UTF8.self)
  }

  /// Reads one value; keys that the type does not know are passed over.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, from text: some Collection<UInt8>
  ) throws(JSONFault) -> Value {
    try decode(type, from: try JSONParser.parse(text))
  }

  /// As `decode(_:from:)`; what is no JSON is told with its line, as a person who wrote the text needs it.
  static func decode<Value: Decodable>(
    _ type: Value.Type, fromFile text: some Collection<UInt8>
  ) throws(JSONFault) -> Value {
    do throws(JSONFault) {
      return try decode(type, from: text)
    } catch {
      guard error.field.isEmpty, let line = JSONParser.lineOfFault(in: text) else { throw error }
      throw JSONFault("line \(line): \(error.text)")
    }
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from value: JSONValue) throws(JSONFault) -> Value {
    do {
      return try Value(from: JSONTreeDecoder(value: value))
    } catch let error as DecodingError {
      throw JSONFault(error)
    } catch {
      throw JSONFault("not JSON")
    }
  }
}

/// What is wrong with a text that should be JSON.
public struct JSONFault: Error, Sendable, Equatable {
  /// The key it is about, `items.0.id` inside others; empty where it is about the whole.
  public var field = ""
  /// Lower case.
  public var text: String
  public init(_ text: String) { self.text = text }

  init(_ text: String, of field: String) {
    self.text = text
    self.field = field
  }
}

extension JSONFault {
  /// The field and what is wrong with it; never the text around it, which may be a family's.
  init(_ error: DecodingError) {
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      self.init("wrong type", at: context.codingPath)
    case .keyNotFound(let key, let context):
      self.init("missing", at: context.codingPath + [key])
    case .dataCorrupted(let context):
      self.init(context.codingPath.isEmpty ? "not JSON" : context.debugDescription, at: context.codingPath)
    @unknown default:
      self.init("not JSON")
    }
  }

  private init(_ text: String, at path: [any CodingKey]) {
    self.init(text)
    field = path.map { $0.intValue.map(String.init) ?? snakeCase($0.stringValue) }.joined(separator: ".")
  }
}
