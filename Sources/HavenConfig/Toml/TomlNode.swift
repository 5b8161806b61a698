import CToml

/// A value in a TOML file, and its key where it has one.
struct TomlNode: Sendable {
  let document: TomlDocument
  let index: Int

  private var raw: UnsafePointer<haven_toml_node> {
    document.nodes.baseAddress! + index  // a node exists only in a document that has it
  }

  enum Kind {
    case table, arrayOfTables, array, string, integer, float, boolean, date, time, dateTime
  }

  var kind: Kind {
    switch raw.pointee.type {
    case HAVEN_TOML_TABLE: .table
    case HAVEN_TOML_ARRAY: raw.pointee.is_array_of_tables != 0 ? .arrayOfTables : .array
    case HAVEN_TOML_STRING: .string
    case HAVEN_TOML_INTEGER: .integer
    case HAVEN_TOML_FLOAT: .float
    case HAVEN_TOML_BOOLEAN: .boolean
    case HAVEN_TOML_DATE: .date
    case HAVEN_TOML_TIME: .time
    default: .dateTime
    }
  }

  var key: String { TomlDocument.string(raw.pointee.key) }
  var count: Int { Int(raw.pointee.count) }
  var integer: Int { Int(raw.pointee.integer) }
  var boolean: Bool { raw.pointee.integer != 0 }
  var number: Double { raw.pointee.number }
  /// Of a string, and of a date or time as `2026-03-10`, `07:30` and `2026-03-10T07:30`.
  var text: String { TomlDocument.string(raw.pointee.text) }

  /// Of the value.
  var place: Place { place(raw.pointee.region.begin) }
  /// Of the key; of the value where there is none.
  var keyPlace: Place {
    raw.pointee.key_region.begin.line > 0 ? place(raw.pointee.key_region.begin) : place
  }

  private func place(_ position: haven_toml_position) -> Place {
    Place(order: document.order, file: document.file, line: Int(position.line), column: Int(position.column))
  }

  /// Elements of an array, or the values of a table, in the order written.
  var children: Children { Children(document: document, position: Int(raw.pointee.first)) }

  struct Children: Sequence, IteratorProtocol {
    let document: TomlDocument
    /// Index of the next node, 0 at the end.
    var position: Int

    mutating func next() -> TomlNode? {
      guard position != 0 else { return nil }
      let node = TomlNode(document: document, index: position)
      position = Int(node.raw.pointee.next)
      return node
    }
  }

  /// The value of a key of a table. O(keys): for messages, not for decoding.
  subscript(key: String) -> TomlNode? {
    kind == .table ? children.first { $0.isKey(key) } : nil
  }

  /// Whether the key is there, well or badly spelled: then something else is said about it.
  func mayMean(_ key: String) -> Bool { children.contains { nearest(to: $0.key, among: [key]) != nil } }

  /// `self.key == key`, without making a string of it.
  private func isKey(_ key: String) -> Bool {
    let own = raw.pointee.key
    guard let bytes = own.bytes, own.length == key.utf8.count else { return false }
    return UnsafeRawBufferPointer(start: bytes, count: own.length).elementsEqual(key.utf8)
  }

  /// Where a key's value was written, or the element of it that reads `element`; the whole node where it is not.
  func place(of key: String, element: String? = nil) -> Place {
    guard let value = self[key] else { return place }
    guard let element, value.kind == .array else { return value.place }
    return value.children.first { $0.text == element }?.place ?? value.place
  }

  /// `text`, `a list`, `true`: what was found, for messages.
  var kindName: String {
    switch kind {
    case .table: "a table"
    case .arrayOfTables: "a list of tables"
    case .array: "a list"
    case .string: "text"
    case .integer, .float: "a number"
    case .boolean: boolean ? "true" : "false"
    case .date: "a date"
    case .time: "a time"
    case .dateTime: "a date and time"
    }
  }
}
