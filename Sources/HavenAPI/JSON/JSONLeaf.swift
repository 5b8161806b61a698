import HavenCore

/// What JSON has a word of its own for.
protocol JSONLeaf {
  /// Throws where the value has no JSON, as infinity has none.
  func json(at path: @autoclosure () -> [any CodingKey]) throws -> JSONValue
}

extension Bool: JSONLeaf {
  func json(at path: @autoclosure () -> [any CodingKey]) -> JSONValue { .bool(self) }
}

extension String: JSONLeaf {
  func json(at path: @autoclosure () -> [any CodingKey]) -> JSONValue { .string(self) }
}

// What stands in nearly every answer, and is one text: the same that its `encode(to:)` writes.

extension Stamp: JSONLeaf {
  func json(at path: @autoclosure () -> [any CodingKey]) -> JSONValue { .string(description) }
}

extension CueID: JSONLeaf {
  func json(at path: @autoclosure () -> [any CodingKey]) -> JSONValue { .string(description) }
}

extension FixedWidthInteger {
  func json(at path: @autoclosure () -> [any CodingKey]) -> JSONValue { .number(String(self)) }
}

extension Int: JSONLeaf {}
extension Int8: JSONLeaf {}
extension Int16: JSONLeaf {}
extension Int32: JSONLeaf {}
extension Int64: JSONLeaf {}
extension UInt: JSONLeaf {}
extension UInt8: JSONLeaf {}
extension UInt16: JSONLeaf {}
extension UInt32: JSONLeaf {}
extension UInt64: JSONLeaf {}

extension FloatingPoint where Self: CustomStringConvertible {
  func json(at path: @autoclosure () -> [any CodingKey]) throws -> JSONValue {
    guard isFinite else {
      throw EncodingError.invalidValue(self, .init(codingPath: path(), debugDescription: "'\(self)' is not JSON"))
    }
    return .number(description)
  }
}

extension Float: JSONLeaf {}
extension Double: JSONLeaf {}
