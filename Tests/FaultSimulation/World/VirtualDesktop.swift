import HavenDesktop

/// A notification server with every bad habit there is, one at a time.
@LoopActor
final class VirtualDesktop {
  enum Habit: String, CaseIterable {
    case obliging
    /// Takes nothing (`ExcessNotificationGeneration`).
    case refusing
    /// Shows it and never says so.
    case silent
    /// Answers after some seconds.
    case slow
    /// Takes it and closes it at once.
    case closing
  }

  struct Bubble {
    let key: String
    let notification: DesktopNotification
    /// The process that put it up, where that knows that it is up: only that one hears its buttons.
    weak var owner: VirtualNotifier?
    /// Whether a process knew that it is up, and has told the next one.
    var isRemembered: Bool
  }

  var habit = Habit.obliging
  private(set) var isUp = true
  private(set) var isInhibited = false
  /// Counts the servers there were: what the last one was asked is nothing to this one.
  private(set) var generation = 0
  /// The process that it talks to.
  weak var client: VirtualNotifier?
  /// What is on the screen, by key, in the order of showing.
  private(set) var bubbles: [Bubble] = []
  /// Calls begun and answered: when it stands still, nothing is under way.
  private(set) var calls = 0
  /// Hears what is sent to the screen and gets there, and whether the process will know.
  var onShow: @LoopActor (DesktopNotification, _ isKnown: Bool) -> Void = { _, _ in }

  /// Hears what it was asked to show and did not.
  var onRefusal: @LoopActor (DesktopNotification) -> Void = { _ in }

  private var waiting: [CheckedContinuation<Bool, Never>] = []
  /// How many of a key wait, and the keys that were closed meanwhile.
  private var underWay: [String: Int] = [:]
  private var withdrawn: Set<String> = []

  var hasWaiting: Bool { !waiting.isEmpty }

  func show(_ notification: DesktopNotification) async throws(NotifierError) {
    calls += 1
    guard isUp, habit != .refusing else {
      onRefusal(notification)
      throw isUp ? .tooMany : .absent
    }
    switch habit {
    case .refusing: break
    case .slow:
      onShow(notification, true)
      underWay[notification.key, default: 0] += 1
      let isTaken = await withCheckedContinuation { waiting.append($0) }
      calls += 1
      let isWanted = land(notification.key)
      guard isTaken, isUp else { throw .gone }
      // What was taken down on its way up is taken down when it gets there (as `Bubbles` has it).
      guard isWanted else { return }
      put(notification, isKnown: true)
    case .silent:
      onShow(notification, false)
      put(notification, isKnown: false)
      throw .noAnswer
    case .obliging:
      onShow(notification, true)
      put(notification, isKnown: true)
    case .closing:
      onShow(notification, true)
      put(notification, isKnown: true)
      bubbles.removeAll { $0.key == notification.key }
      client?.onEvent?(.closed(key: notification.key, reason: calls.isMultiple(of: 2) ? .expired : .dismissed))
    }
  }

  private func put(_ notification: DesktopNotification, isKnown: Bool) {
    bubbles.removeAll { $0.key == notification.key }
    bubbles.append(
      Bubble(
        key: notification.key, notification: notification, owner: isKnown ? client : nil, isRemembered: isKnown))
  }

  /// A slow server answers what it was asked.
  func answerWaiting(_ isTaken: Bool = true) {
    let all = waiting
    waiting = []
    for continuation in all { continuation.resume(returning: isTaken) }
  }

  /// Whether it is still wanted.
  private func land(_ key: String) -> Bool {
    underWay[key]? -= 1
    guard underWay[key] == 0 else { return !withdrawn.contains(key) }
    underWay[key] = nil
    return withdrawn.remove(key) == nil
  }

  func close(_ key: String) {
    calls += 1
    if underWay[key] != nil { withdrawn.insert(key) }
    bubbles.removeAll { $0.key == key }
  }

  func closeAll() { bubbles = [] }

  func goDown() {
    guard isUp else { return }
    isUp = false
    generation += 1
    bubbles = []
    client?.onEvent?(.gone)
  }

  func comeUp() {
    guard !isUp else { return }
    isUp = true
    greet()
  }

  /// A process and this server meet: what an earlier process has put up there is its own now.
  func greet() {
    guard isUp, let client else { return }
    var found: [String] = []
    for place in bubbles.indices where bubbles[place].isRemembered && bubbles[place].owner !== client {
      bubbles[place].owner = client
      found.append(bubbles[place].key)
    }
    client.hasMetServer = true
    if !found.isEmpty { client.onEvent?(.found(keys: found)) }
    client.onEvent?(.available)
  }

  /// Another server takes over, and has never heard of any id.
  func beReplaced() {
    goDown()
    comeUp()
  }

  func inhibit(_ isOn: Bool) {
    guard isInhibited != isOn else { return }
    isInhibited = isOn
    client?.onEvent?(.inhibited(isOn))
  }

  /// Somebody presses a button, or closes a bubble with nil.
  func press(_ key: String, _ action: String?) {
    bubbles.removeAll { $0.key == key }
    if let action {
      client?.onEvent?(.answered(key: key, action: action))
    } else {
      client?.onEvent?(.closed(key: key, reason: .dismissed))
    }
  }
}

/// One process's way to the desktop; a dead process has none.
@LoopActor
final class VirtualNotifier: Notifier {
  var onEvent: (@LoopActor (NotifierEvent) -> Void)?
  /// Asked who it is: until then nothing can be shown.
  var hasMetServer = false
  private let desktop: VirtualDesktop
  private let mortality: Mortality

  init(_ desktop: VirtualDesktop, mortality: Mortality) {
    self.desktop = desktop
    self.mortality = mortality
    desktop.client = self
  }

  var state: NotifierState { desktop.isUp ? .terminal : .absent }
  var isAvailable: Bool { desktop.isUp && hasMetServer }
  var isInhibited: Bool { desktop.isInhibited }
  var inhibitionSource: String? { "the simulation" }

  func show(_ notification: DesktopNotification) async throws(NotifierError) {
    mortality.pass()
    guard !mortality.isDead else { throw .gone }
    try await desktop.show(notification)
    mortality.pass()
  }

  func close(key: String) async {
    if !mortality.isDead { desktop.close(key) }
  }

  func closeAll() { desktop.closeAll() }
}
