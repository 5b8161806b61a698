/// The fields of a view that is read in a hurry, by the keys that its `Codable` has.
///
/// The containers of `Decodable` are generic over their keys: for each such type, and each type that they are asked for, Swift's
/// runtime goes through every conformance of the program, which takes longer than all else of a plain question. Here nothing is
/// generic when the program runs: the value's own members are looked at.
struct PlainFields {
  private let members: [JSONValue.Member]
  private let codingPath: [any CodingKey]

  /// - Throws: where the value is no object, or the decoder none of this module's: views are read by `JSON.decode`.
  init(_ decoder: any Decoder) throws {
    guard let decoder = decoder as? JSONTreeDecoder else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "only Haven's own JSON is read"))
    }
    members = try decoder.members()
    codingPath = decoder.codingPath
  }

  // The field of a key, which must be there.

  func callAsFunction(_ key: any CodingKey) throws -> String { try string(try value(key), of: key) }

  func callAsFunction(_ key: any CodingKey) throws -> Int { try decoder(try value(key), of: key).integer(Int.self) }

  func callAsFunction<Word: RawRepresentable & Decodable>(
    _ key: any CodingKey
  ) throws -> Word where Word.RawValue == String {
    let value = try value(key)
    if let word = Word(rawValue: try string(value, of: key)) { return word }
    return try Word(from: decoder(value, of: key))  // which tells what is wrong with it
  }

  func list<Element: Decodable>(_ key: any CodingKey) throws -> [Element] {
    try decoder(try value(key), of: key).elements().map { try Element(from: $0) }
  }

  func callAsFunction<Value: Decodable>(_ key: any CodingKey) throws -> Value {
    try Value(from: decoder(try value(key), of: key))
  }

  // The field of a key; nil where it was left out, or is null.

  func ifThere(_ key: any CodingKey) throws -> String? { try present(key).map { try string($0, of: key) } }

  func ifThere(_ key: any CodingKey) throws -> Int? {
    try present(key).map { try decoder($0, of: key).integer(Int.self) }
  }

  func listIfThere<Element: Decodable>(_ key: any CodingKey) throws -> [Element]? {
    try present(key).map { try decoder($0, of: key).elements().map { try Element(from: $0) } }
  }

  func ifThere<Value: Decodable>(_ key: any CodingKey) throws -> Value? {
    try present(key).map { try Value(from: decoder($0, of: key)) }
  }

  private func member(_ key: any CodingKey) -> JSONValue? {
    let name = snakeCase(key.stringValue)
    return members.first { $0.key == name }?.value
  }

  private func present(_ key: any CodingKey) -> JSONValue? {
    guard let value = member(key), value != .null else { return nil }
    return value
  }

  private func value(_ key: any CodingKey) throws -> JSONValue {
    guard let value = member(key) else {
      throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "missing"))
    }
    return value
  }

  private func string(_ value: JSONValue, of key: any CodingKey) throws -> String {
    if case .string(let text) = value { return text }
    return try decoder(value, of: key).string()
  }

  private func decoder(_ value: JSONValue, of key: any CodingKey) -> JSONTreeDecoder {
    JSONTreeDecoder(value: value, codingPath: codingPath + [key])
  }
}
