import CSystemd
import Glibc

/// A message that has arrived, and a cursor over its arguments: each read takes the next one.
///
/// What a peer sends is never trusted: a read of another type than the one that comes throws.
@LoopActor
public final class BusMessage {
  private let message: OpaquePointer

  /// Keeps `message` as long as this object lives.
  init(_ message: OpaquePointer) { self.message = sd_bus_message_ref(message) }

  isolated deinit { sd_bus_message_unref(message) }

  /// The unique name of the connection that sent it.
  public var sender: String? { text(sd_bus_message_get_sender(message)) }
  public var path: String? { text(sd_bus_message_get_path(message)) }
  public var member: String? { text(sd_bus_message_get_member(message)) }

  /// The error that this message is, if it is one.
  var error: BusError? {
    guard let error = sd_bus_message_get_error(message) else { return nil }
    return .remote(name: text(error.pointee.name) ?? "", message: text(error.pointee.message) ?? "")
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }
}

extension BusMessage {
  public func string() throws(BusError) -> String { try text("s") }
  public func objectPath() throws(BusError) -> String { try text("o") }
  public func bool() throws(BusError) -> Bool { try basic("b", Int32(0)) != 0 }
  public func byte() throws(BusError) -> UInt8 { try basic("y", 0) }
  public func int32() throws(BusError) -> Int32 { try basic("i", 0) }
  public func uint32() throws(BusError) -> UInt32 { try basic("u", 0) }
  public func int64() throws(BusError) -> Int64 { try basic("x", 0) }
  public func uint64() throws(BusError) -> UInt64 { try basic("t", 0) }
  public func double() throws(BusError) -> Double { try basic("d", 0) }

  /// A copy of the file descriptor sent along; the caller closes it.
  public func descriptor() throws(BusError) -> Int32 {
    // The one in the message goes when the message goes.
    let own = fcntl(try basic("h", Int32(-1)), F_DUPFD_CLOEXEC, 3)
    guard own >= 0 else { throw .system(.last("fcntl")) }
    return own
  }

  /// An array: `element` is called once for each.
  public func array<Element>(
    of type: String, _ element: () throws(BusError) -> Element
  ) throws(BusError) -> [Element] {
    var elements: [Element] = []
    try enter("a", type)
    while try sdBus(sd_bus_message_at_end(message, 0), "sd_bus_message_at_end") == 0 {
      elements.append(try element())
    }
    try leave()
    return elements
  }

  public func structure<Value>(
    of types: String, _ body: () throws(BusError) -> Value
  ) throws(BusError) -> Value {
    try enter("r", types)
    let value = try body()
    try leave()
    return value
  }

  public func strings() throws(BusError) -> [String] {
    try array(of: "s") { () throws(BusError) in try string() }
  }

  /// A dictionary of the type `a{sv}`; a key that comes twice has its last value.
  public func dictionary() throws(BusError) -> [String: BusValue] {
    let entries = try array(of: "{sv}") { () throws(BusError) -> (String, BusValue) in
      try enter("e", "sv")
      let entry = (try string(), try variant())
      try leave()
      return entry
    }
    return Dictionary(entries) { _, last in last }
  }

  /// A variant; one of a type that `BusValue` does not know is passed over.
  public func variant() throws(BusError) -> BusValue {
    var type: CChar = 0
    var contents: UnsafePointer<CChar>?
    try sdBus(sd_bus_message_peek_type(message, &type, &contents), "sd_bus_message_peek_type")
    guard type == code("v"), let contents else { throw .malformed("no variant where one should be") }
    let signature = String(cString: contents)
    try enter("v", signature)
    let value = try value(of: signature)
    try leave()
    return value
  }

  /// A variant of a type that `BusValue` does not know.
  public func variant<Value>(
    of signature: String, _ body: (BusMessage) throws(BusError) -> Value
  ) throws(BusError) -> Value {
    try enter("v", signature)
    let value = try body(self)
    try leave()
    return value
  }

  private func value(of signature: String) throws(BusError) -> BusValue {
    switch signature {
    case "b": return .bool(try bool())
    case "y": return .byte(try byte())
    case "i": return .int32(try int32())
    case "u": return .uint32(try uint32())
    case "x": return .int64(try int64())
    case "t": return .uint64(try uint64())
    case "d": return .double(try double())
    case "s": return .string(try string())
    case "o": return .objectPath(try objectPath())
    case "as": return .strings(try strings())
    default:
      try sdBus(sd_bus_message_skip(message, signature), "sd_bus_message_skip")
      return .other(signature: signature)
    }
  }

  private func text(_ type: Unicode.Scalar) throws(BusError) -> String {
    var pointer: UnsafePointer<CChar>?
    let result = sd_bus_message_read_basic(message, code(type), &pointer)
    guard result > 0, let pointer else { throw missing(type, result) }
    return String(cString: pointer)
  }

  private func basic<Value: BitwiseCopyable>(_ type: Unicode.Scalar, _ initial: Value) throws(BusError) -> Value {
    var value = initial
    let result = sd_bus_message_read_basic(message, code(type), &value)
    guard result > 0 else { throw missing(type, result) }
    return value
  }

  private func enter(_ type: Unicode.Scalar, _ contents: String) throws(BusError) {
    let result = sd_bus_message_enter_container(message, code(type), contents)
    guard result > 0 else { throw missing(type, result) }
  }

  private func leave() throws(BusError) {
    try sdBus(sd_bus_message_exit_container(message), "sd_bus_message_exit_container")
  }

  /// sd-bus answers 0 at the end of the arguments, ENXIO for another type.
  private func missing(_ type: Unicode.Scalar, _ result: Int32) -> BusError {
    .malformed("no argument of type '\(type)' where one should be")
  }
}
