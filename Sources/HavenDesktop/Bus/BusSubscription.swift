import CSystemd

/// Something that a bus is to tell its owner, over every connection it will have.
///
/// Lasts as long as its owner keeps it, or until `cancel()`; the bus only knows it weakly.
@LoopActor
public class BusSubscription {
  var registration: (bus: Bus, number: Int)?

  init() {}

  isolated deinit { cancel() }

  public final func cancel() {
    guard let (bus, number) = registration else { return }
    registration = nil
    bus.remove(number)
    attach(to: nil)
  }

  /// A connection has come up, or nil: the one there was is no more.
  func attach(to connection: BusConnection?) {}
  func stateChanged(to state: Bus.State) {}
}

/// Hears when the bus comes and goes.
final class StateSubscription: BusSubscription {
  private let handler: @LoopActor (Bus.State) -> Void
  init(_ handler: @escaping @LoopActor (Bus.State) -> Void) { self.handler = handler }
  override func stateChanged(to state: Bus.State) { handler(state) }
}

/// Hears the signals that a match rule selects.
final class SignalSubscription: BusSubscription {
  private let rule: String
  private let handler: @LoopActor (BusMessage) throws(BusError) -> Void
  private var slot: OpaquePointer?

  init(rule: String, handler: @escaping @LoopActor (BusMessage) throws(BusError) -> Void) {
    self.rule = rule
    self.handler = handler
  }

  override func attach(to connection: BusConnection?) {
    if let slot { sd_bus_slot_unref(slot) }
    slot = nil
    guard let connection = connection?.raw else { return }
    sd_bus_add_match_async(
      connection, &slot, rule,
      { message, own, _ in
        guard let own, let message else { return 0 }
        nonisolated(unsafe) let pointer = own
        nonisolated(unsafe) let signal = message
        LoopActor.assumeIsolated {
          Unmanaged<SignalSubscription>.fromOpaque(pointer).takeUnretainedValue().hear(BusMessage(signal))
        }
        return 0
      },
      // Our own, though it does nothing: sd-bus's would close the connection when the bus refuses a match.
      { _, _, _ in 0 }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func hear(_ signal: BusMessage) {
    // A signal that is not what its name promises is nobody's to answer: as if it had not been sent.
    try? handler(signal)
  }
}

extension Bus {
  /// Tells the state of the bus, now and at every change.
  public func onState(_ handler: @escaping @LoopActor (State) -> Void) -> BusSubscription {
    let subscription = StateSubscription(handler)
    add(subscription)
    return subscription
  }

  /// Calls `handler` with each signal that `match` selects, in the order of their arrival.
  public func onSignal(
    _ match: SignalMatch, _ handler: @escaping @LoopActor (BusMessage) throws(BusError) -> Void
  ) -> BusSubscription {
    let subscription = SignalSubscription(rule: match.rule, handler: handler)
    add(subscription)
    return subscription
  }
}
