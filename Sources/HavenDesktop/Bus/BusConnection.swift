import CSystemd

/// One connection to a bus, from the first try to its end. A new one is made for every next try.
///
/// Where the bus's socket is not there yet, sd-bus waits for it by inotify; nothing polls.
@LoopActor
final class BusConnection {
  enum Change {
    case connected(name: String)
    case lost
  }

  /// The `sd_bus *`. Nil after `drop`.
  private(set) var raw: OpaquePointer?
  private(set) var isConnected = false
  private var localSlots: [OpaquePointer] = []
  private var calls: [ObjectIdentifier: BusCall] = [:]
  private let onChange: @LoopActor (Change) -> Void

  init(to address: BusAddress, onChange: @escaping @LoopActor (Change) -> Void) throws(SystemError) {
    self.onChange = onChange
    var made: OpaquePointer?
    try sd(sd_bus_new(&made), "sd_bus_new")
    raw = made
    do throws(SystemError) {
      try sd(sd_bus_set_address(made, address.text), "bus address '\(address)'")
      try sd(sd_bus_set_bus_client(made, 1), "sd_bus_set_bus_client")
      try sd(sd_bus_set_watch_bind(made, 1), "sd_bus_set_watch_bind")
      try sd(sd_bus_set_connected_signal(made, 1), "sd_bus_set_connected_signal")
      try hearLocal("Connected") { [unowned self] in connected() }
      try hearLocal("Disconnected") { [unowned self] in lost() }
      try sd(sd_bus_attach_event(made, EventLoop.main.event, Int32(SD_EVENT_PRIORITY_NORMAL)), "sd_bus_attach_event")
      try sd(sd_bus_start(made), "connect to '\(address)'")
    } catch {
      drop()
      throw error
    }
  }

  isolated deinit { drop() }

  /// What tells this bus from every other there was (`GetId` of the D-Bus specification); nil until it has answered.
  var busID: String? {
    var id = sd_id128_t()
    guard isConnected, let raw, sd_bus_get_bus_id(raw, &id) >= 0 else { return nil }
    return withUnsafeBytes(of: &id) { bytes in
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// Closes the connection; calls still open end as disconnected. Says nothing to `onChange`.
  func drop() {
    guard let raw else { return }
    self.raw = nil
    isConnected = false
    let open = calls.values
    calls = [:]
    for call in open { call.finish(.failure(.disconnected)) }
    for slot in localSlots { sd_bus_slot_unref(slot) }
    localSlots = []
    handlers = []
    // Not flushed: that would block the loop on a bus that no longer reads.
    sd_bus_close_unref(raw)
  }

  // The two signals below never cross the bus; sd-bus makes them up for its own process.

  private final class Handler {
    let run: @LoopActor () -> Void
    init(_ run: @escaping @LoopActor () -> Void) { self.run = run }
  }
  private var handlers: [Handler] = []

  private func hearLocal(_ member: String, _ run: @escaping @LoopActor () -> Void) throws(SystemError) {
    let handler = Handler(run)
    handlers.append(handler)
    var slot: OpaquePointer?
    try sd(
      sd_bus_match_signal(
        raw, &slot, "org.freedesktop.DBus.Local", "/org/freedesktop/DBus/Local", "org.freedesktop.DBus.Local", member,
        { _, own, _ in
          guard let own else { return 0 }
          nonisolated(unsafe) let pointer = own
          // The loop runs it after sd-bus has left its own code: it may then drop the connection.
          LoopActor.assumeIsolated {
            let handler = Unmanaged<Handler>.fromOpaque(pointer).takeUnretainedValue()
            handler.run()
          }
          return 0
        }, Unmanaged.passUnretained(handler).toOpaque()), "sd_bus_match_signal")
    if let slot { localSlots.append(slot) }
  }

  private func connected() {
    guard let raw, !isConnected else { return }
    isConnected = true
    var name: UnsafePointer<CChar>?
    sd_bus_get_unique_name(raw, &name)
    onChange(.connected(name: name.map { String(cString: $0) } ?? ""))
  }

  private func lost() {
    guard raw != nil else { return }
    isConnected = false
    onChange(.lost)
  }
}

extension BusConnection {
  /// Sends `call` on its way. It ends by its reply, its timeout, a cancellation, or with the connection.
  func begin(
    _ call: BusCall, of method: BusMethod, timeout: Duration, _ arguments: (BusWriter) throws(BusError) -> Void
  ) throws(BusError) {
    guard let raw, isConnected else { throw .disconnected }
    var made: OpaquePointer?
    try sdBus(
      sd_bus_message_new_method_call(raw, &made, method.destination, method.path, method.interface, method.member),
      "sd_bus_message_new_method_call")
    guard let message = made else { throw .malformed("no message") }
    defer { sd_bus_message_unref(message) }
    if !method.startsService { try sdBus(sd_bus_message_set_auto_start(message, 0), "sd_bus_message_set_auto_start") }
    try arguments(BusWriter(message: message))
    var slot: OpaquePointer?
    try sdBus(
      sd_bus_call_async(
        raw, &slot, message,
        { reply, own, _ in
          guard let own, let reply else { return 0 }
          nonisolated(unsafe) let pointer = own
          nonisolated(unsafe) let answer = reply
          LoopActor.assumeIsolated {
            Unmanaged<BusCall>.fromOpaque(pointer).takeUnretainedValue().answered(BusMessage(answer))
          }
          return 0
        }, Unmanaged.passUnretained(call).toOpaque(), timeout.wholeMicroseconds), "sd_bus_call_async")
    call.start(slot: slot, connection: self, timeout: timeout)
    calls[ObjectIdentifier(call)] = call
  }

  func forget(_ call: BusCall) { calls[ObjectIdentifier(call)] = nil }
}
