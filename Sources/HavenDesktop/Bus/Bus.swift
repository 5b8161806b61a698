import CSystemd
import Glibc

/// A message bus that may be absent, come late, die and come back; subscriptions outlive all of that.
///
/// `start` connects as soon as the bus is there. When the connection breaks, a new one is made at once, or when the
/// bus's socket appears again. Only an address that cannot be watched (not a socket in the file system), or a bus that
/// takes connections and drops them, is tried again by timer, at growing intervals.
@LoopActor
public final class Bus {
  public enum State: Equatable, Sendable {
    case stopped
    /// Not there, or not yet; `reason` is what the last try failed with, if it failed outright.
    case waiting(reason: SystemError?)
    /// Connected, as this unique name.
    case connected(name: String)

    public var isConnected: Bool { if case .connected = self { true } else { false } }
  }

  public let address: BusAddress
  public private(set) var state = State.stopped {
    didSet { if state != oldValue { report() } }
  }

  /// What tells this bus from every other there was; nil while it is not connected.
  var id: String? { connection?.busID }

  private(set) var connection: BusConnection?
  private var subscriptions: [Int: WeakSubscription] = [:]
  private var nextSubscription = 0
  private var retry: TimerSource?
  private var backoff = Backoff(first: .milliseconds(250), limit: .seconds(300))
  private var connectedAt: UInt64 = 0

  public init(_ address: BusAddress) { self.address = address }

  isolated deinit { stop() }

  /// Connects, now or when the bus appears. Harmless when started.
  public func start() {
    guard state == .stopped else { return }
    state = .waiting(reason: nil)
    connect()
  }

  /// Closes the connection for good, or until `start`. Subscriptions stay and hear that it is gone.
  public func stop() {
    retry = nil
    connection?.drop()
    connection = nil
    state = .stopped
  }

  /// Tries at once if it is waiting: for a moment when somebody needs the bus, in case a watch missed its return.
  public func hurry() {
    guard case .waiting = state else { return }
    retry = nil
    connection?.drop()
    connect()
  }

  private func connect() {
    do {
      connection = try BusConnection(to: address) { [weak self] change in
        switch change {
        case .connected(let name): self?.connected(as: name)
        case .lost: self?.lost()
        }
      }
    } catch {
      connection = nil
      state = .waiting(reason: error)
      // A bad address stays bad: EINVAL is what sd-bus says of one.
      if error.code != EINVAL { retryLater() }
    }
  }

  private func connected(as name: String) {
    connectedAt = TimerSource.Clock.monotonic.microseconds
    state = .connected(name: name)
  }

  private func lost() {
    let lasted = state.isConnected && TimerSource.Clock.monotonic.microseconds &- connectedAt > 10_000_000
    state = .waiting(reason: nil)
    // sd-bus is still on the stack: its connection goes on the loop's next turn.
    let old = connection
    connection = nil
    EventLoop.main.spawn { [weak self] in
      old?.drop()
      guard let self, connection == nil, case .waiting = state else { return }
      if lasted {
        backoff.reset()
        connect()
      } else {
        retryLater()
      }
    }
  }

  private func retryLater() {
    retry = try? TimerSource(.monotonic) { [weak self] in
      self?.retry = nil
      self?.connect()
    }
    retry?.arm(after: backoff.advance())
  }

  private func report() {
    let all = subscriptions.sorted { $0.key < $1.key }.compactMap(\.value.subscription)
    // Matches first, so that whoever then makes a call hears all that follows from it.
    for subscription in all { subscription.attach(to: connection?.isConnected == true ? connection : nil) }
    for subscription in all { subscription.stateChanged(to: state) }
  }
}

extension Bus {
  func add(_ subscription: BusSubscription) {
    subscription.registration = (self, nextSubscription)
    subscriptions[nextSubscription] = WeakSubscription(subscription: subscription)
    nextSubscription += 1
    if state.isConnected { subscription.attach(to: connection) }
    subscription.stateChanged(to: state)
  }

  func remove(_ number: Int) { subscriptions[number] = nil }

  struct WeakSubscription { weak var subscription: BusSubscription? }
}

extension Bus {
  /// The session bus of this process. Whoever uses it starts it.
  public static let session = Bus(.session())
  /// The system bus of this process. Whoever uses it starts it.
  public static let system = Bus(.system())
}
