import CSystemd

/// Writes the arguments of a message, in order, type by type.
///
/// Over the half of sd-bus without variadic arguments, which Swift cannot call. What it writes has to match the
/// signature that the peer expects; sd-bus checks strings, object paths and nesting.
public struct BusWriter {
  let message: OpaquePointer

  public func string(_ value: String) throws(BusError) {
    // A C string ends at a NUL: better no message than half a one.
    guard !value.utf8.contains(0) else { throw .malformed("a string with a NUL") }
    let result = value.withCString { sd_bus_message_append_basic(message, code("s"), $0) }
    try sdBus(result, "sd_bus_message_append_basic")
  }

  public func objectPath(_ value: String) throws(BusError) {
    let result = value.withCString { sd_bus_message_append_basic(message, code("o"), $0) }
    try sdBus(result, "sd_bus_message_append_basic")
  }

  public func bool(_ value: Bool) throws(BusError) { try basic("b", Int32(value ? 1 : 0)) }
  public func byte(_ value: UInt8) throws(BusError) { try basic("y", value) }
  public func int32(_ value: Int32) throws(BusError) { try basic("i", value) }
  public func uint32(_ value: UInt32) throws(BusError) { try basic("u", value) }
  public func int64(_ value: Int64) throws(BusError) { try basic("x", value) }
  public func uint64(_ value: UInt64) throws(BusError) { try basic("t", value) }
  public func double(_ value: Double) throws(BusError) { try basic("d", value) }

  public func strings(_ values: [String]) throws(BusError) {
    try array(of: "s") { () throws(BusError) in for value in values { try string(value) } }
  }

  public func array(of type: String, _ body: () throws(BusError) -> Void) throws(BusError) {
    try container("a", type, body)
  }

  public func structure(of types: String, _ body: () throws(BusError) -> Void) throws(BusError) {
    try container("r", types, body)
  }

  /// A dictionary of the type `a{sv}`, its keys in sorted order so that the same thing is the same bytes.
  public func dictionary(_ entries: [String: BusValue]) throws(BusError) {
    try array(of: "{sv}") { () throws(BusError) in
      for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
        try container("e", "sv") { () throws(BusError) in
          try string(key)
          try variant(value)
        }
      }
    }
  }

  public func variant(_ value: BusValue) throws(BusError) {
    try container("v", value.signature) { () throws(BusError) in
      switch value {
      case .bool(let value): try bool(value)
      case .byte(let value): try byte(value)
      case .int32(let value): try int32(value)
      case .uint32(let value): try uint32(value)
      case .int64(let value): try int64(value)
      case .uint64(let value): try uint64(value)
      case .double(let value): try double(value)
      case .string(let value): try string(value)
      case .objectPath(let value): try objectPath(value)
      case .strings(let values): try strings(values)
      case .other(let signature): throw .malformed("cannot write a value of type '\(signature)'")
      }
    }
  }

  private func container(
    _ type: Unicode.Scalar, _ contents: String, _ body: () throws(BusError) -> Void
  ) throws(BusError) {
    try sdBus(sd_bus_message_open_container(message, code(type), contents), "sd_bus_message_open_container")
    try body()
    try sdBus(sd_bus_message_close_container(message), "sd_bus_message_close_container")
  }

  private func basic<Value: BitwiseCopyable>(_ type: Unicode.Scalar, _ value: Value) throws(BusError) {
    let result = withUnsafePointer(to: value) { sd_bus_message_append_basic(message, code(type), $0) }
    try sdBus(result, "sd_bus_message_append_basic")
  }
}

/// A D-Bus type code as C takes it.
func code(_ type: Unicode.Scalar) -> CChar { CChar(truncatingIfNeeded: type.value) }
