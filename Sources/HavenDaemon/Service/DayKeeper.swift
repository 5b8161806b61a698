import HavenCore
import HavenDesktop
import HavenStore
import Logging

/// The one owner of the engine: gives it time and events, and performs its effects in order, writing before it shows.
///
/// Everything runs on the loop. Showing is asynchronous; while one notification is on its way the engine goes on, and
/// what became of it comes back as an event.
@LoopActor
package final class DayKeeper {
  package private(set) var engine: Engine
  let ledger: any Ledger
  private let notifier: any Notifier
  private let timepiece: any Timepiece
  private let logger: Logger
  private(set) var wording: Wording
  private let language: Language
  /// When logind said that the machine goes to sleep.
  var asleepSince: Instant?
  /// Corrections of the clock since the start, in words.
  package private(set) var clockNotes: [String] = []
  /// How long a server that refuses is left alone.
  private var patience = Backoff(first: .seconds(5), limit: .seconds(60))
  private var onDesktop = ShownBubbles()
  /// Hears every announcement, in order.
  var onAnnouncement: (@LoopActor (Announcement, Instant) -> Void)?
  /// Hears which date it is, whenever something happened.
  var onDate: (@LoopActor (CivilDate) -> Void)?
  /// Hears what was written, once it is.
  var onRecord: (@LoopActor ([LedgerChange]) -> Void)?
  /// The logins of other carers whose Havens do not run, asked for before anything is said.
  var absentLogins: (@LoopActor () -> Set<String>)?

  /// - Parameter engine: made from the ledger's history, and not yet told of anything.
  init(
    engine: Engine, ledger: any Ledger, notifier: any Notifier, language: Language, logger: Logger,
    timepiece: any Timepiece
  ) {
    self.engine = engine
    self.ledger = ledger
    self.notifier = notifier
    self.language = language
    self.logger = logger
    self.timepiece = timepiece
    wording = Wording(household: engine.household, zone: engine.zone, language: language)
  }

  /// Begins: what went by since Haven last watched is a gap.
  package func start() {
    timepiece.onWake = { [unowned self] in handle(.timePassed) }
    timepiece.onRetry = { [unowned self] in askAgain() }
    handle(.resumed(since: engine.aliveAt))
    settle()  // a crash from here on has a beginning to be caught up from
  }

  func now() -> Instant { timepiece.now() }

  func noteClock(_ text: String) { clockNotes.append(text) }

  /// Tells the engine, and does what it answers; then what is due now.
  package func handle(_ event: Event) {
    let instant = now()
    perform(engine.handle(event, now: instant), at: instant)
    if case .configured = event { refreshWording() }
    if case .zoneChanged = event { refreshWording() }
    catchUpWithTime(at: instant)
  }

  @discardableResult
  package func perform(_ command: Command, by carer: CarerID?) throws(Refusal) -> Reply {
    let instant = now()
    let (reply, effects) = try engine.perform(command, by: carer, now: instant)
    perform(effects, at: instant)
    catchUpWithTime(at: instant)
    return reply
  }

  @discardableResult
  package func undo(by carer: CarerID?) throws(Refusal) -> Reply {
    let instant = now()
    let (reply, effects) = try engine.undo(by: carer, now: instant)
    perform(effects, at: instant)
    catchUpWithTime(at: instant)
    return reply
  }

  /// Somebody did something in the Haven of another login.
  func receive(_ act: Act) { take { engine, now in engine.receive(act, now: now) } }
  func receiveUndo(of act: Int, from login: String) {
    take { engine, now in engine.receiveUndo(of: act, from: login, now: now) }
  }
  /// All that counts of what was done there.
  func adopt(_ acts: [Act], from login: String) {
    take { engine, now in engine.adopt(acts, from: login, now: now) }
  }

  private func take(_ body: (inout Engine, Instant) -> [Effect]) {
    let instant = now()
    perform(body(&engine, instant), at: instant)
    catchUpWithTime(at: instant)
  }

  /// Reads something of the engine, which fills in its plans as it is asked.
  func look<Value>(_ body: (inout Engine, Instant) throws -> Value) rethrows -> Value { try body(&engine, now()) }

  /// Forgets a child that was erased from the ledger: takes down what the desktop says about them, and reads the rest of
  /// the past again.
  func forget(_ child: ChildID) {
    perform(onDesktop.keys(about: child).map(Effect.close), at: now())
    restart()
  }

  /// Replaces an engine whose memory no longer fits the clock: after it was set back by days, what was announced then
  /// has to be read again.
  func restart() {
    let instant = now()
    do throws(StoreError) {
      var history = try ledger.history(now: instant)
      history.aliveAt = instant
      let foreign = engine.foreignActs
      engine = Engine(
        household: engine.household, zone: engine.zone, history: history, now: instant, desktop: engine.desktop)
      for login in Set(foreign.compactMap(\.origin)) {
        _ = engine.adopt(foreign.filter { $0.origin == login }, from: login, now: instant)  // nothing of it is news
      }
    } catch {
      logger.error("the ledger could not be read, going on from memory: \(error)")
    }
    handle(.timePassed)
  }

  /// The last thing before the process ends, or the machine sleeps.
  package func settle() {
    do throws(StoreError) {
      try ledger.markAlive(at: now())
    } catch {
      logger.error("the ledger could not be written, ignoring: \(error)")
    }
  }

  /// The notifier said something.
  package func hear(_ event: NotifierEvent) {
    switch event {
    case .available: handle(.notifier(isAvailable: true))
    case .found(let keys):
      handle(.found(keys: keys))
      for key in keys { onDesktop[key] = engine.bubble(key) }
    case .gone:
      onDesktop.removeAll()
      handle(.notifier(isAvailable: false))
    case .inhibited(let isInhibited): handle(.inhibited(isInhibited))
    case .answered(let key, let action):
      guard let delivery = onDesktop[key], let answer = Answer(rawValue: action) else { return }
      handle(.pressed(delivery, answer))
    case .closed(let key, let reason):
      guard let delivery = onDesktop[key] else { return }
      onDesktop[key] = nil
      switch reason {
      case .expired: handle(.closed(delivery, isExpiry: true))
      case .dismissed: handle(.closed(delivery, isExpiry: false))
      default: break  // closed by our own call, or for no reason that the server knows
      }
    }
  }

  private func refreshWording() {
    wording = Wording(household: engine.household, zone: engine.zone, language: language)
  }

  /// Sets the timer for the next thing, and does at once what is due already.
  private func catchUpWithTime(at instant: Instant) {
    if let absentLogins { engine.note(absentLogins: absentLogins()) }
    perform(engine.handle(.timePassed, now: instant), at: instant)
    let date = engine.zone.date(at: instant)
    onDesktop.look(on: date)
    onDate?(date)
    timepiece.wake(at: engine.nextWake().map { max($0, instant + 1) })
  }

  private func perform(_ effects: [Effect], at instant: Instant) {
    for effect in effects {
      switch effect {
      case .record(let changes): record(changes, at: instant)
      case .show(let delivery): show(delivery)
      case .close(let key):
        onDesktop[key] = nil
        EventLoop.main.spawn { [notifier] in await notifier.close(key: key) }
      case .announce(let announcement): onAnnouncement?(announcement, instant)
      }
    }
  }

  private func record(_ changes: [LedgerChange], at instant: Instant) {
    do throws(StoreError) {
      try ledger.commit(changes, at: instant)
      onRecord?(changes)
    } catch {
      logger.error("\(changes.count) changes could not be written: \(error)")
    }
  }

  private func show(_ delivery: Delivery) {
    let notification = notification(for: delivery)
    let former = onDesktop[delivery.key]
    onDesktop[delivery.key] = delivery
    EventLoop.main.spawn { [weak self, notifier] in
      do throws(NotifierError) {
        try await notifier.show(notification)
        self?.took(delivery)
      } catch {
        self?.failed(delivery, after: former, error)
      }
    }
  }

  private func took(_ delivery: Delivery) {
    patience.reset()
    handle(.delivered(delivery))
  }

  /// A server that is there and refuses is asked again after a while, longer each time: what refuses because it is asked
  /// too often must not be asked oftener. One that is gone says when it is back.
  ///
  /// - Parameter former: what the bubble said before; it says so still, and its buttons count.
  private func failed(_ delivery: Delivery, after former: Delivery?, _ error: NotifierError) {
    logger.warning("a notification was not taken, retrying when one can be: \(error)")
    if onDesktop[delivery.key] == delivery { onDesktop[delivery.key] = former }
    handle(.deliveryFailed(delivery))
    timepiece.retry(after: patience.advance())
  }

  private func askAgain() {
    if notifier.isAvailable { handle(.notifier(isAvailable: true)) }
  }

  /// What a line says on a screen, at its own level.
  func words(for line: Line) -> Words { engine.words(for: line, in: wording) }

  private func notification(for delivery: Delivery) -> DesktopNotification {
    let words = words(for: delivery.line)
    let line = delivery.line
    return DesktopNotification(
      key: delivery.key, title: words.title, body: words.body, urgency: line.urgency == .normal ? .normal : .low,
      category: "x-haven.\(line.kind.rawValue)",
      actions: delivery.actions.map { ($0.rawValue, words.actionLabels[$0] ?? $0.rawValue) },
      isTransient: delivery.isTransient, sound: engine.household.settings.sound,
      expires: line.items.isEmpty ? nil : 0)  // a warning stays while it is true; the engine takes it down
  }
}
