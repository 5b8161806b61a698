/// Fills a `JSONTree` from an `Encodable`: keys in the order in which the type encodes them, which for synthesized
/// `Codable` is the order of declaration, and in `snake_case`.
///
/// FoundationEssentials' own encoder keeps its keys in a dictionary; the contract's objects begin with `version`.
struct JSONTreeEncoder: Encoder {
  let tree: JSONTree
  var codingPath: [any CodingKey] = []
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedEncodingContainer<Key> {
    tree.becomeObject()
    return KeyedEncodingContainer(Keyed<Key>(tree: tree, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    tree.becomeArray()
    return Unkeyed(tree: tree, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(tree: tree, codingPath: codingPath) }

  /// - Parameter path: made only where it is asked for: a plain value has no use for it.
  static func node(
    of value: some Encodable, at path: @autoclosure () -> [any CodingKey] = []
  ) throws -> JSONTree.Node {
    if let leaf = value as? any JSONLeaf { return .leaf(try leaf.json(at: path())) }
    let tree = JSONTree()
    try value.encode(to: JSONTreeEncoder(tree: tree, codingPath: path()))
    return .tree(tree)
  }
}

// The generic `encode` of each container stands for the standard library's overloads of it, but for those that nearly
// everything is made of: what is no leaf by its type has to be looked at to know.

extension JSONTreeEncoder {
  struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let tree: JSONTree
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { put(.null, for: key) }
    func encode(_ value: String, forKey key: Key) { put(.string(value), for: key) }
    func encode(_ value: Int, forKey key: Key) { put(.number(String(value)), for: key) }
    func encode(_ value: Bool, forKey key: Key) { put(.bool(value), for: key) }
    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
      tree.put(try JSONTreeEncoder.node(of: value, at: codingPath + [key]), for: snakeCase(key.stringValue))
    }

    private func put(_ leaf: JSONValue, for key: Key) { tree.put(.leaf(leaf), for: snakeCase(key.stringValue)) }

    func nestedContainer<Nested: CodingKey>(
      keyedBy: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      child(snakeCase(key.stringValue)).container(keyedBy: Nested.self)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      child(snakeCase(key.stringValue)).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { child("super") }
    func superEncoder(forKey key: Key) -> any Encoder { child(snakeCase(key.stringValue)) }

    private func child(_ name: String) -> JSONTreeEncoder {
      let child = JSONTree()
      tree.put(.tree(child), for: name)
      return JSONTreeEncoder(tree: child, codingPath: codingPath)
    }
  }

  struct Unkeyed: UnkeyedEncodingContainer {
    let tree: JSONTree
    let codingPath: [any CodingKey]
    var count: Int { tree.count }

    func encodeNil() { tree.append(.leaf(.null)) }
    func encode(_ value: String) { tree.append(.leaf(.string(value))) }
    func encode<Value: Encodable>(_ value: Value) throws {
      tree.append(try JSONTreeEncoder.node(of: value, at: codingPath))
    }

    func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> {
      child().container(keyedBy: Nested.self)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }
    func superEncoder() -> any Encoder { child() }

    private func child() -> JSONTreeEncoder {
      let child = JSONTree()
      tree.append(.tree(child))
      return JSONTreeEncoder(tree: child, codingPath: codingPath)
    }
  }

  struct Single: SingleValueEncodingContainer {
    let tree: JSONTree
    let codingPath: [any CodingKey]

    func encodeNil() { tree.become(.leaf(.null)) }
    func encode(_ value: String) { tree.become(.leaf(.string(value))) }
    func encode<Value: Encodable>(_ value: Value) throws {
      tree.become(try JSONTreeEncoder.node(of: value, at: codingPath))
    }
  }
}
