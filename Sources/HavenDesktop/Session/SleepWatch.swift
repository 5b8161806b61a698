import Glibc

/// Hears from logind that the machine goes to sleep, in time to do something first.
///
/// logind waits for whoever holds a delay lock (org.freedesktop.login1(5), `Inhibit`), five seconds by default. Ours is
/// held while awake, let go when the handler has returned, and taken again after waking.
@LoopActor
final class SleepWatch {
  /// Called with true before sleep, with false after it.
  var onChange: (@LoopActor (Bool) -> Void)?
  /// Whether logind is there.
  private(set) var isPresent = false

  static let name = "org.freedesktop.login1"
  static let path = "/org/freedesktop/login1"
  static let interface = "org.freedesktop.login1.Manager"

  private let bus: Bus
  private var subscriptions: [BusSubscription] = []
  private var lock: Int32?
  private var request: BusCall?

  init(on bus: Bus) {
    self.bus = bus
    let signal = SignalMatch(sender: Self.name, path: Self.path, interface: Self.interface, member: "PrepareForSleep")
    subscriptions = [
      bus.onSignal(signal) { [weak self] signal throws(BusError) in self?.prepare(goingToSleep: try signal.bool()) },
      bus.onOwner(of: Self.name) { [weak self] in self?.ownerChanged(isPresent: $0 != nil) },
    ]
  }

  isolated deinit { release() }

  private func ownerChanged(isPresent new: Bool) {
    isPresent = new
    // A lock of a logind that is gone holds nothing up.
    release()
    if new { take() }
  }

  private func prepare(goingToSleep: Bool) {
    onChange?(goingToSleep)
    if goingToSleep { release() } else { take() }
  }

  private func take() {
    guard lock == nil, request == nil else { return }
    let method = BusMethod(Self.name, Self.path, Self.interface, "Inhibit", startsService: false)
    request = try? bus.send(method) { arguments throws(BusError) in
      for text in ["sleep", "Haven", "writes down what was shown", "delay"] { try arguments.string(text) }
    } completion: { [weak self] result in
      guard let self else { return }
      request = nil
      // No lock is no harm: what can be written is written at once anyway.
      lock = try? result.get().descriptor()
    }
  }

  private func release() {
    request?.cancel()
    request = nil
    if let lock { close(lock) }
    lock = nil
  }
}
