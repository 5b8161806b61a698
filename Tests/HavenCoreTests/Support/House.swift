import Testing

@testable import HavenCore

/// A house with Haven in it: a family, an engine, a ledger in memory, a desktop, and a clock that only a test moves.
///
/// It does what the engine asks in the order asked, as the daemon does: what is due is asked for at `nextWake`, and
/// after every event. Times are on the family's wall: `17:12` or `17:12:30` of the first date, `2026-03-11T07:00`.
struct House {
  var engine: Engine
  private(set) var family: Family
  private(set) var now: Instant
  private(set) var ledger = MemoryLedger()
  /// What was announced, in order. A bubble put up again is not in it.
  private(set) var lines: [Line] = []
  /// What a new server was given again.
  private(set) var recreated: [Delivery] = []
  /// Keys of bubbles taken down.
  private(set) var closed: [String] = []
  /// What the desktop shows, by key.
  private(set) var desktop: [String: Delivery] = [:]
  /// When `nextWake` had asked to be woken.
  private(set) var wakes: [Instant] = []
  private(set) var deliveries: [Delivery] = []
  /// False where the server refuses what it is given.
  var takesNotifications = true
  /// Answers `delivered` late: only when the test says so.
  var confirmsDelivery = true
  /// Starts Haven anew from the ledger every so many seconds; the rows in the opposite order where asked.
  var restartsEvery: (seconds: Int, reversed: Bool)?
  let date: CivilDate
  private var mustLook = true

  /// - Parameter start: a moment, or a date for its midnight.
  init(_ family: Family, from start: String = "2026-03-10") throws {
    self.family = family
    let start =
      try start.contains("T") ? civil(start) : CivilDateTime(date: HavenCoreTests.date(start), time: time("00:00"))
    date = start.date
    now = family.zone.instant(of: start)
    engine = Engine(household: family.household, zone: family.zone, now: now)
  }

  func instant(_ moment: String) throws -> Instant {
    let parts = moment.split(separator: "T")
    let day = parts.count == 2 || !moment.contains(":") ? try HavenCoreTests.date(String(parts[0])) : date
    guard moment.contains(":") else { return family.zone.startOfDay(day) }
    let clock = parts[parts.count - 1]
    let seconds = clock.count == 8 ? try #require(Int(clock.suffix(2)), "'\(moment)'") : 0
    return family.zone.instant(day, try time(clock.prefix(5))) + seconds
  }

  /// Lets time pass to a moment; what is due at it is still to come.
  mutating func run(to moment: String) throws { try run(to: instant(moment)) }

  mutating func run(to end: Instant) throws {
    guard end >= now else { throw Unreadable("\(family.zone.format(end)) is past already") }
    while let rhythm = restartsEvery, case let next = now.nextMultiple(of: rhythm.seconds), next < end {
      restartsEvery = nil
      try restartNow(at: next, reversed: rhythm.reversed)
      restartsEvery = rhythm
    }
    guard end > now else { return }
    if mustLook { look() }
    var last = Instant.distantPast
    while let wake = engine.nextWake(), wake < end {
      guard wake > last else {
        Issue.record("asks again and again to be woken at \(family.zone.format(wake))")
        break
      }
      #expect(wake >= now, "nothing is to be done in the past")
      (last, now) = (wake, wake)
      wakes.append(wake)
      handle(.timePassed)
    }
    now = end
    mustLook = true
  }

  /// Says what is due at this very moment.
  mutating func look() {
    mustLook = false
    handle(.timePassed)
  }

  /// A carer types a command; nil for the first carer.
  @discardableResult
  mutating func at(_ moment: String, _ command: Command, by carer: CarerID? = nil) throws -> Reply {
    try run(to: moment)
    let (reply, effects) = try engine.perform(command, by: carer, now: now)
    perform(effects)
    mustLook = true
    return reply
  }

  @discardableResult
  mutating func undo(at moment: String, by carer: CarerID? = nil) throws -> Reply {
    try run(to: moment)
    let (reply, effects) = try engine.undo(by: carer, now: now)
    perform(effects)
    mustLook = true
    return reply
  }

  /// Something happens to the machine.
  mutating func at(_ moment: String, _ event: Event) throws {
    try run(to: moment)
    handle(event)
    mustLook = true
  }

  /// A press of a button of the notification that showed this cue, or this line: `tablet-ends/otter/15`.
  mutating func press(_ answer: Answer, on id: String, at moment: String) throws {
    try run(to: moment)
    handle(.pressed(try delivery(of: id), answer))
    mustLook = true
  }

  /// The latest delivery whose claims end in this.
  func delivery(of id: String) throws -> Delivery {
    try #require(
      deliveries.last {
        $0.claims.contains { $0.hasSuffix(id) } || $0.line.items.contains { "\($0.id)".hasSuffix(id) }
      },
      "'\(id)' was never on the desktop")
  }

  mutating func handle(_ event: Event) { perform(engine.handle(event, now: now)) }

  mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .record(let changes): ledger.commit(changes)
      case .show(let delivery): show(delivery)
      case .close(let key):
        closed.append(key)
        desktop[key] = nil
      case .announce: break
      }
    }
  }

  private mutating func show(_ delivery: Delivery) {
    checkTruth(of: delivery)
    guard takesNotifications else { return handle(.deliveryFailed(delivery)) }
    desktop[delivery.key] = delivery
    deliveries.append(delivery)
    if delivery.isRecreation {
      recreated.append(delivery)
    } else {
      lines.append(delivery.line)
      if confirmsDelivery { handle(.delivered(delivery)) }
    }
  }

  /// What must be true of everything that is ever shown.
  private mutating func checkTruth(of delivery: Delivery) {
    let line = delivery.line
    let name = line.text(in: family.zone, on: date)
    #expect(engine.screenHold == nil, "nothing can be shown now: \(name)")
    #expect(line.at == now, "said at another time than it says: \(name)")
    #expect(!engine.isQuiet(line.to, at: now), "said in quiet hours: \(name)")
    for claim in delivery.claims {
      #expect(ledger.rows(of: claim).last?.state == .claimed, "shown before it was claimed: \(name)")
    }
    for item in line.items {
      let step = engine.plan(for: item.id.date).steps.first { $0.step.id == item.id.step }
      #expect(step.map { $0.at - now } == item.secondsLeft, "not the true time left: \(name)")
    }
  }

  /// Replaces the engine by one that knows only the ledger.
  mutating func restart(aliveAt: Instant, reversed: Bool = false) {
    engine = Engine(
      household: family.household, zone: family.zone, history: ledger.history(aliveAt: aliveAt, reversed: reversed),
      now: now, desktop: engine.desktop)
  }

  /// Starts Haven anew at an instant, after what was due before it.
  mutating func restartNow(at instant: Instant, reversed: Bool = false) throws {
    try run(to: instant)
    restart(aliveAt: now, reversed: reversed)
    handle(.resumed(since: now))
  }

  /// The family has saved another config.
  mutating func reload(at moment: String, _ change: (inout Family) throws -> Void) throws {
    try run(to: moment)
    try change(&family)
    handle(.configured(family.household, family.zone))
    mustLook = true
  }

  mutating func changeZone(at moment: String, to name: String) throws {
    try run(to: moment)
    family.zone = try knownZone(name)
    handle(.zoneChanged(family.zone))
    mustLook = true
  }

  /// Moves the clock without Haven seeing it go.
  mutating func jump(to instant: Instant) {
    now = instant
    mustLook = true
  }
}

extension Instant {
  /// The next instant after this one that is a whole number of these lengths from the epoch.
  fileprivate func nextMultiple(of length: Int) -> Instant {
    Instant(seconds: (floorDivide(seconds, length).quotient + 1) * length)
  }
}
