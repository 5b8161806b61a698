import CToml

/// One parsed TOML file: its nodes, and where each was written.
///
/// Nothing in it changes once it is made, so it may be shared.
final class TomlDocument: @unchecked Sendable {
  let file: String
  /// The file's number in the order of loading.
  let order: Int
  private let handle: OpaquePointer
  let nodes: UnsafeBufferPointer<haven_toml_node>

  /// Throws the first syntax fault.
  init(_ bytes: [UInt8], file: String, order: Int) throws(TomlFault) {
    let parsed = bytes.withUnsafeBytes { raw in
      haven_toml_parse(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
    }
    guard let parsed else { throw TomlFault(text: "out of memory", line: 1, column: 1) }
    self.file = file
    self.order = order
    handle = parsed
    if let fault = haven_toml_fault(parsed) {
      nodes = UnsafeBufferPointer(start: nil, count: 0)
      let text = TomlDocument.string(fault.pointee.text)
      let position = fault.pointee.position
      throw TomlFault(text: text, line: Int(position.line), column: Int(position.column))
    }
    var count = 0
    let first = haven_toml_nodes(parsed, &count)
    nodes = UnsafeBufferPointer(start: first, count: count)
  }

  deinit { haven_toml_free(handle) }

  var root: TomlNode { TomlNode(document: self, index: 0) }

  static func string(_ text: haven_toml_text) -> String {
    guard let bytes = text.bytes else { return "" }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: text.length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: text.length), as: UTF8.self)
    }
  }
}

/// Text that is not TOML.
struct TomlFault: Error {
  var text: String
  var line: Int
  var column: Int
}
