/// The fields of a view that is read in a hurry, by the keys that its `Codable` has.
///
/// For each type of keys that `Decodable` reads by, Swift's runtime goes once through every conformance of the program: a
/// sixteenth of a millisecond, where a whole answer takes one. These are read by one type of keys, whatever the view.
struct PlainFields {
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private let container: KeyedDecodingContainer<Name>

  init(_ decoder: any Decoder) throws { container = try decoder.container(keyedBy: Name.self) }

  /// The field of a key, which must be there.
  func callAsFunction<Value: Decodable>(_ key: some CodingKey) throws -> Value {
    try container.decode(Value.self, forKey: Name(stringValue: key.stringValue))
  }

  /// The field of a key; nil where it was left out, or is null.
  func ifThere<Value: Decodable>(_ key: some CodingKey) throws -> Value? {
    try container.decodeIfPresent(Value.self, forKey: Name(stringValue: key.stringValue))
  }
}
