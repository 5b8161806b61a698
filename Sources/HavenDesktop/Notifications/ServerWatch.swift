/// Follows the notification server: who it is, what it can, when it goes, and how to get one where the bus can start one.
///
/// A server that keeps dying, or cannot be started, is offered again at growing intervals, so that a notification which
/// kills its server does not start it over and over. Nothing polls: a server that comes by itself is heard of.
@LoopActor
final class ServerWatch {
  enum Change {
    /// A server is there and has said what it can, or one can be started.
    case usable
    /// There was one, or one could have been started, and now there is none.
    case unusable
    /// A server has said who it is; told before `usable`.
    case met
    /// The owner of the name is another, or nobody: ids and what they stood for are void.
    case replaced
  }

  static let name = "org.freedesktop.Notifications"

  private(set) var state = NotifierState.waitingForBus(reason: nil)
  /// The unique name of the server's connection.
  private(set) var owner: String?
  /// Told last: usable or not.
  private(set) var isUsable = false
  /// Counts the owners there were: what was begun with an earlier one is not about this one.
  private(set) var generation = 0

  private let bus: Bus
  private let doNotDisturb: DoNotDisturb
  private let onChange: @LoopActor (Change) -> Void
  private var subscriptions: [BusSubscription] = []
  private var greeting = Promise<Bool>()
  private var isStarting = false
  private var retry: TimerSource?
  private var backoff = Backoff(first: .seconds(1), limit: .seconds(600))
  private var hasLostServer = false
  private var cameAt: UInt64 = 0

  init(on bus: Bus, doNotDisturb: DoNotDisturb, onChange: @escaping @LoopActor (Change) -> Void) {
    self.bus = bus
    self.doNotDisturb = doNotDisturb
    self.onChange = onChange
    subscriptions = [
      bus.onOwner(of: Self.name) { [weak self] in self?.ownerChanged(to: $0) },
      bus.onState { [weak self] in self?.busChanged(to: $0) },
    ]
  }

  /// The server, greeted, and started if need be; waits no longer than `limit`.
  func server(within limit: Duration) async throws(NotifierError) -> (NotificationServer, owner: String) {
    switch state {
    case .available: break
    case .startable: try await start(within: limit)
    case .greeting: if await greeting.value(within: limit) == nil { throw .noAnswer }
    case .waitingForBus, .absent, .terminal:
      // Somebody needs it: the moment to look again.
      bus.hurry()
      throw .absent
    }
    guard case .available(let server) = state, let owner else { throw .absent }
    return (server, owner)
  }

  private func busChanged(to bus: Bus.State) {
    switch bus {
    case .connected: if case .waitingForBus = state { state = .absent }
    case .waiting(let reason): busLost(reason)
    case .stopped: busLost(nil)
    }
  }

  private func busLost(_ reason: SystemError?) {
    lost(state: .waitingForBus(reason: reason))
    // The next bus is another session: nothing has failed there yet.
    retry = nil
    hasLostServer = false
    backoff.reset()
  }

  private func ownerChanged(to new: String?) {
    if owner != nil { lost(state: .absent) }
    retry = nil
    generation += 1
    owner = new
    if let new { greet(new) } else { lookForStartable() }
  }

  private func lost(state new: NotifierState) {
    if owner != nil {
      hasLostServer = true
      if TimerSource.Clock.monotonic.microseconds &- cameAt > 60_000_000 { backoff.reset() }
    }
    owner = nil
    generation += 1
    state = new
    greeting.fulfil(false)
    onChange(.replaced)
    tell(isUsable: false)
    // After that: the end of quiet is no news while nothing can be shown.
    doNotDisturb.stop()
  }

  /// Those who wait for a start wait on for the greeting that follows it.
  private func expectGreeting() {
    if greeting.value != nil { greeting = Promise() }
  }

  private func tell(isUsable new: Bool) {
    guard isUsable != new else { return }
    isUsable = new
    onChange(new ? .usable : .unusable)
  }
}

extension ServerWatch {
  /// Asks a server that has come who it is and what it can; one that does not say can show plain text.
  private func greet(_ owner: String) {
    cameAt = TimerSource.Clock.monotonic.microseconds
    expectGreeting()
    state = .greeting
    let generation = generation
    EventLoop.main.spawn { [weak self] in
      guard let server = await self?.introduction(of: owner) else { return }
      guard let self, self.generation == generation else { return }
      await doNotDisturb.follow(server, owner: owner)
      guard self.generation == generation else { return doNotDisturb.stop() }
      state = .available(server)
      greeting.fulfil(true)
      onChange(.met)
      tell(isUsable: true)
    }
  }

  private func introduction(of owner: String) async -> NotificationServer {
    let capabilities = try? await bus.call(Self.method("GetCapabilities", of: owner)).strings()
    var server = NotificationServer(name: "unknown server", capabilities: Set(capabilities ?? ["body"]))
    guard let reply = try? await bus.call(Self.method("GetServerInformation", of: owner)) else { return server }
    server.name = (try? reply.string()).map(PlainText.line) ?? server.name
    server.vendor = (try? reply.string()).map(PlainText.line) ?? ""
    server.version = (try? reply.string()).map(PlainText.line) ?? ""
    return server
  }

  static func method(_ member: String, of owner: String) -> BusMethod {
    BusMethod(owner, DesktopNotifier.path, DesktopNotifier.interface, member, startsService: false)
  }

  /// Whether the bus could start a server, now that there is none.
  private func lookForStartable() {
    let generation = generation
    _ = try? bus.send(.ofBus("ListActivatableNames")) { [weak self] result in
      guard let self, self.generation == generation, case .success(let reply) = result,
        let names = try? reply.strings(), names.contains(Self.name)
      else { return }
      if hasLostServer { offerLater() } else { offer() }
    }
  }

  private func offer() {
    guard owner == nil, bus.state.isConnected else { return }
    state = .startable
    tell(isUsable: true)
  }

  private func offerLater() {
    retry = try? TimerSource(.monotonic) { [weak self] in
      self?.retry = nil
      self?.offer()
    }
    retry?.arm(after: backoff.advance())
  }

  /// Has the bus start a server. One that is late is used when it comes.
  private func start(within limit: Duration) async throws(NotifierError) {
    if !isStarting {
      isStarting = true
      expectGreeting()
      do throws(BusError) {
        try bus.send(.ofBus("StartServiceByName"), timeout: .seconds(60)) { arguments throws(BusError) in
          try arguments.string(Self.name)
          try arguments.uint32(0)
        } completion: { [weak self] result in
          self?.isStarting = false
          if case .failure = result { self?.couldNotStart() }
        }
      } catch {
        isStarting = false
        throw .failed(error)
      }
    }
    switch await greeting.value(within: limit) {
    case true?: return
    case false?: throw .absent
    case nil:
      // It is told again when it has come.
      tell(isUsable: false)
      throw .noAnswer
    }
  }

  private func couldNotStart() {
    guard owner == nil, case .startable = state else { return }
    state = .absent
    greeting.fulfil(false)
    tell(isUsable: false)
    offerLater()
  }
}
