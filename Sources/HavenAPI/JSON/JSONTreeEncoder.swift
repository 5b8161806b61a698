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
  static func tree(
    of value: some Encodable, at path: @autoclosure () -> [any CodingKey] = []
  ) throws -> JSONTree {
    if let leaf = value as? any JSONLeaf { return JSONTree(try leaf.json(at: path())) }
    let tree = JSONTree()
    try value.encode(to: JSONTreeEncoder(tree: tree, codingPath: path()))
    return tree
  }
}

// The one generic `encode` of each container stands for all the standard library's overloads of it.

extension JSONTreeEncoder {
  struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let tree: JSONTree
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { tree.put(JSONTree(.null), for: snakeCase(key.stringValue)) }
    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
      tree.put(try JSONTreeEncoder.tree(of: value, at: codingPath + [key]), for: snakeCase(key.stringValue))
    }

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
      tree.put(child, for: name)
      return JSONTreeEncoder(tree: child, codingPath: codingPath)
    }
  }

  struct Unkeyed: UnkeyedEncodingContainer {
    let tree: JSONTree
    let codingPath: [any CodingKey]
    var count: Int { tree.count }

    func encodeNil() { tree.append(JSONTree(.null)) }
    func encode<Value: Encodable>(_ value: Value) throws {
      tree.append(try JSONTreeEncoder.tree(of: value, at: codingPath))
    }

    func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> {
      child().container(keyedBy: Nested.self)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }
    func superEncoder() -> any Encoder { child() }

    private func child() -> JSONTreeEncoder {
      let child = JSONTree()
      tree.append(child)
      return JSONTreeEncoder(tree: child, codingPath: codingPath)
    }
  }

  struct Single: SingleValueEncodingContainer {
    let tree: JSONTree
    let codingPath: [any CodingKey]

    func encodeNil() { tree.become(JSONTree(.null)) }
    func encode<Value: Encodable>(_ value: Value) throws {
      tree.become(try JSONTreeEncoder.tree(of: value, at: codingPath))
    }
  }
}
