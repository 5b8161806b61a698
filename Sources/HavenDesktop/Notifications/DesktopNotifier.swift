/// Shows notifications on the person's desktop, through whatever server there is (org.freedesktop.Notifications).
///
/// Servers die, come late, refuse, forget ids, answer twice or never: all of that is ordinary here. A key keeps one
/// bubble as long as one server lives; nothing is kept for a server that has gone, what is still true is shown again by
/// whoever asked for it, when `NotifierEvent.available` tells that it can be.
@LoopActor
public final class DesktopNotifier: Notifier {
  static let path = "/org/freedesktop/Notifications"
  static let interface = "org.freedesktop.Notifications"

  public var onEvent: (@LoopActor (NotifierEvent) -> Void)?
  public var state: NotifierState { watch.state }
  public var isAvailable: Bool { watch.isUsable }
  public var isInhibited: Bool { doNotDisturb.isOn }
  public var inhibitionSource: String? { doNotDisturb.source }

  private let bus: Bus
  private let patience: Duration
  private let settings: String
  private let memory: BubbleMemory?
  private let icon: String
  private var bubbles = Bubbles() { didSet { remember() } }
  /// What the memory has, and of which server; nil until the first server is met.
  private var remembered: (server: BubbleMemory.Server, bubbles: [BubbleMemory.Kept])?
  /// The latest of the bubbles' changes that the memory was looked at for.
  private var rememberedChanges = 0
  /// For each key what is being done with it: one `Notify` at a time, else a bubble would be doubled.
  private var flights: [String: Flight] = [:]
  private var signals: [BusSubscription] = []
  /// What the server sent before it was met.
  private var early = EarlySignals()

  // Each needs self to report to.
  private lazy var doNotDisturb = DoNotDisturb(on: bus, settings: settings) { [weak self] in
    self?.onEvent?(.inhibited($0))
  }
  private lazy var watch = ServerWatch(on: bus, doNotDisturb: doNotDisturb) { [weak self] in self?.serverChanged($0) }

  @LoopActor private final class Flight {
    let isOver = Promise<Bool>()
    /// Nobody waits for the reply any more; it ends the flight when it comes.
    var isAbandoned = false
  }

  /// On the session bus, which is joined when there is one.
  public convenience init(memory: BubbleMemory) {
    Bus.session.start()
    self.init(on: .session, memory: memory, icon: ProgramIcon.installed ?? "")
  }

  /// - Parameters:
  ///   - bus: one that is started, or will be.
  ///   - patience: how long `show` waits for a server in all.
  ///   - settings: the desktop's settings file; nil for dconf's own place.
  ///   - memory: where an earlier run has said what it left on the screen; nil to remember nothing.
  ///   - icon: the `file://` address of a picture to show beside the words; empty for none.
  public init(
    on bus: Bus, patience: Duration = .seconds(5), settings: String? = nil, memory: BubbleMemory? = nil,
    icon: String = ""
  ) {
    self.bus = bus
    self.icon = icon
    self.memory = memory
    self.patience = patience
    self.settings = settings ?? DconfQuiet.file
    // By the well-known name the bus lets through only what its owner of the moment sends; GNOME's shell sends every
    // signal a second time, from another connection.
    signals = [
      bus.onSignal(SignalMatch(sender: ServerWatch.name, interface: Self.interface, member: "ActionInvoked")) {
        [weak self] signal throws(BusError) in
        let (id, action) = (try signal.uint32(), try signal.string())
        self?.hear(from: signal.sender) { $0.answered(id: id, action: action) }
      },
      bus.onSignal(SignalMatch(sender: ServerWatch.name, interface: Self.interface, member: "NotificationClosed")) {
        [weak self] signal throws(BusError) in
        let (id, reason) = (try signal.uint32(), CloseReason(code: try signal.uint32()))
        self?.hear(from: signal.sender) { $0.closed(id: id, reason: reason) }
      },
    ]
    _ = watch
  }

  private func hear(from sender: String?, _ meaning: @escaping (inout Bubbles) -> NotifierEvent?) {
    guard let sender else { return }
    // Which bubbles an earlier run has left is not known before their server is: a button of one of them waits for that.
    if memory != nil, remembered == nil { return early.add(from: sender, meaning) }
    // What the former owner sent before it lost the name is about ids that are void.
    guard sender == watch.owner, let event = meaning(&bubbles) else { return }
    onEvent?(event)
  }

  private func serverChanged(_ change: ServerWatch.Change) {
    switch change {
    case .met: recall()
    case .usable: onEvent?(.available)
    case .unusable: onEvent?(.gone)
    case .replaced: bubbles.forgetAll()
    }
  }
}

extension DesktopNotifier {
  private var server: BubbleMemory.Server? {
    guard let owner = watch.owner, let id = bus.id else { return nil }
    return BubbleMemory.Server(bus: id, owner: owner)
  }

  /// Takes over what an earlier run left on the first server that is met, and what was done with it since this run began.
  private func recall() {
    guard remembered == nil, let memory, let server else { return }
    let kept = memory.bubbles(on: server)
    remembered = (server, kept)
    bubbles.adopt(kept)
    if !kept.isEmpty { onEvent?(.found(keys: kept.map(\.key))) }
    for meaning in early.take(from: server.owner) {
      if let event = meaning(&bubbles) { onEvent?(event) }
    }
  }

  private func remember() {
    // Before the first server is met, what an earlier run has left there is not to be forgotten.
    guard bubbles.changes != rememberedChanges, let memory, let before = remembered, let server else { return }
    rememberedChanges = bubbles.changes
    let kept = bubbles.kept
    guard before != (server, kept) else { return }
    remembered = (server, kept)
    memory.keep(kept, on: server)
  }
}

extension DesktopNotifier {
  public func show(_ notification: DesktopNotification) async throws(NotifierError) {
    let deadline = ContinuousClock.now + patience
    while let flight = flights[notification.key] {
      guard await flight.isOver.value(within: deadline - .now) != nil else { throw .noAnswer }
    }
    let flight = Flight()
    flights[notification.key] = flight
    defer { if !flight.isAbandoned { end(flight, of: notification.key) } }
    do {
      try await notify(notification, flight, deadline)
    } catch .tooMany where deadline - .now > Self.refusalPause * 2 {
      // KDE refuses what looks like the same within a second. Once more is polite; oftener is what it refuses.
      try? await EventLoop.main.pause(for: Self.refusalPause)
      try await notify(notification, flight, deadline)
    }
  }

  private static var refusalPause: Duration { .milliseconds(1200) }

  private func end(_ flight: Flight, of key: String) {
    flights[key] = nil
    flight.isOver.fulfil(true)
  }

  private func notify(
    _ notification: DesktopNotification, _ flight: Flight, _ deadline: ContinuousClock.Instant
  ) async throws(NotifierError) {
    let (server, owner) = try await watch.server(within: deadline - .now)
    let key = notification.key, generation = watch.generation
    var call = NotifyCall(notification, for: server, icon: icon)
    call.replaces = bubbles.begin(key, actions: Set(server.hasActions ? notification.actions.map(\.id) : []))
    let outcome = Promise<Result<UInt32, NotifierError>>()
    do throws(BusError) {
      // Longer than anybody waits: the id in a late reply is what keeps the next try from doubling the bubble.
      try bus.send(ServerWatch.method("Notify", of: owner), timeout: .seconds(120), arguments: call.write) {
        [weak self] result in
        let taken = Self.id(in: result)
        self?.conclude(key, taken, isCurrent: self?.watch.generation == generation)
        outcome.fulfil(taken)
        if flight.isAbandoned { self?.end(flight, of: key) }
      }
    } catch {
      bubbles.failed(key)
      throw error == .disconnected ? .gone : .failed(error)
    }
    guard let taken = await outcome.value(within: deadline - .now) else {
      flight.isAbandoned = true
      throw .noAnswer
    }
    _ = try taken.get()
  }

  /// What a reply to `Notify` changes, whether or not somebody still waits for it.
  private func conclude(_ key: String, _ taken: Result<UInt32, NotifierError>, isCurrent: Bool) {
    guard case .success(let id) = taken, isCurrent else { return bubbles.failed(key) }
    let arrival = bubbles.arrived(key, id: id)
    if arrival.isUnwanted { takeDown(id) }
    for event in arrival.events { onEvent?(event) }
  }

  private static func id(in result: Result<BusMessage, BusError>) -> Result<UInt32, NotifierError> {
    do throws(BusError) {
      return .success(try result.get().uint32())
    } catch {
      switch error {
      case .disconnected: return .failure(.gone)
      case .timedOut, .cancelled: return .failure(.noAnswer)
      case .remote(let name, let message):
        switch name {
        case "org.freedesktop.Notifications.Error.ExcessNotificationGeneration": return .failure(.tooMany)
        case BusError.Name.noReply, BusError.Name.serviceUnknown, BusError.Name.nameHasNoOwner: return .failure(.gone)
        default: return .failure(.refused(name: name, message: PlainText.line(message)))
        }
      case .malformed, .system: return .failure(.failed(error))
      }
    }
  }
}

extension DesktopNotifier {
  public func close(key: String) async {
    if let id = bubbles.forget(key) { takeDown(id) }
  }

  public func closeAll() {
    for id in bubbles.forgetAll() { takeDown(id) }
  }

  /// Not waited for: a bubble that is gone already is an error on some servers, and none of ours.
  private func takeDown(_ id: UInt32) {
    guard let owner = watch.owner else { return }
    _ = try? bus.send(ServerWatch.method("CloseNotification", of: owner)) { arguments throws(BusError) in
      try arguments.uint32(id)
    } completion: { _ in
    }
  }
}
