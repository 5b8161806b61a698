/// Runs the very engine that `havend` runs, on a virtual clock, with a ledger in memory and no desktop.
///
/// Nothing due before the start is caught up. At one instant the order is: the end of a gap with its catch-ups, script
/// lines, then what is due.
public struct Simulator {
  private var engine: Engine
  private var ledger: SimulatedLedger
  private let world: World
  private var willCrash = false
  private var now: Instant

  /// What a simulation may ask of the files around it.
  public struct World {
    /// A zone by its IANA name; nil where there is none.
    public var zone: (String) -> Zone?
    /// The household read again; a refusal where the files no longer load.
    public var reload: () throws(Refusal) -> (Household, Zone)

    public init(zone: @escaping (String) -> Zone?, reload: @escaping () throws(Refusal) -> (Household, Zone)) {
      self.zone = zone
      self.reload = reload
    }
  }

  /// A script line that cannot be done.
  public struct Fault: Error, Sendable, Equatable {
    /// Of the script, counted from 1.
    public var line: Int
    public var refusal: Refusal
  }

  /// - Parameter history: a ledger to start from; empty for none.
  public init(household: Household, zone: Zone, world: World, from: Instant, history: History = History()) {
    self.world = world
    now = from
    ledger = SimulatedLedger(history)
    var start = history
    start.aliveAt = from
    engine = Engine(household: household, zone: zone, history: start, now: from)
  }

  /// Plays everything in `[from, to)`, and hands each line to `say` as it is said.
  ///
  /// - Parameters:
  ///   - say: the line, and the engine that said it, for its plan and household.
  public mutating func run(
    to end: Instant, script: [ScriptEntry] = [], say: (Line, inout Engine) throws -> Void
  ) throws {
    var entries = script[...]
    var gaps: [Gap] = []
    while true {
      let nextEntry = entries.first?.at ?? .distantFuture
      let nextGap = gaps.first?.from ?? .distantFuture
      let nextDue = engine.nextWake() ?? .distantFuture
      // A gap is over before anything else at its end, and begins before what is due at its start.
      if nextGap <= min(nextEntry, nextDue), nextGap < end {
        let gap = gaps.removeFirst()
        try pass(gap, entries: &entries, gaps: &gaps, end: end, say: say)
      } else if nextEntry <= nextDue, nextEntry < end {
        now = max(now, nextEntry)
        let entry = entries.removeFirst()
        try play(entry, gaps: &gaps, say: say)
      } else if nextDue < end {
        now = max(now, nextDue)
        try perform(engine.handle(.timePassed, now: now), say: say)
      } else {
        return
      }
    }
  }

  /// A stretch in which Haven does not run.
  fileprivate struct Gap {
    var from: Instant
    var to: Instant
    var isRestart: Bool
    var line: Int
  }

  private mutating func pass(
    _ gap: Gap, entries: inout ArraySlice<ScriptEntry>, gaps: inout [Gap], end: Instant,
    say: (Line, inout Engine) throws -> Void
  ) throws {
    while let entry = entries.first, entry.at < gap.to {
      switch entry.kind {
      case .command, .undo, .reload, .answer:
        throw Fault(
          line: entry.line, refusal: Refusal("nobody can be heard between \(wall(gap.from)) and \(wall(gap.to))"))
      default:
        entries.removeFirst()
        try play(entry, gaps: &gaps, say: say)
      }
    }
    guard gap.to < end else {
      now = end
      return
    }
    now = max(now, gap.to)
    if gap.isRestart { restart(aliveAt: gap.from) }
    try perform(engine.handle(.resumed(since: gap.from), now: now), say: say)
  }

  private func wall(_ instant: Instant) -> String { "\(engine.zone.civil(at: instant))" }

  private mutating func restart(aliveAt: Instant) {
    engine = Engine(
      household: engine.household, zone: engine.zone, history: ledger.history(aliveAt: aliveAt), now: now,
      desktop: engine.desktop)
  }

  private mutating func play(
    _ entry: ScriptEntry, gaps: inout [Gap], say: (Line, inout Engine) throws -> Void
  ) throws {
    do throws(Refusal) {
      switch entry.kind {
      case .command(let command, let carer):
        try perform(engine.perform(command, by: carer, now: now).effects, or: say)
      case .undo(let carer):
        try perform(engine.undo(by: carer, now: now).effects, or: say)
      case .answer(let cue, let answer):
        try perform(engine.press(answer, on: cue, now: now), or: say)
      case .reload:
        let (household, zone) = try world.reload()
        try perform(engine.handle(.configured(household, zone), now: now), or: say)
      case .suspend(let from, let to):
        gaps.insert(Gap(from: from, to: to, isRestart: false, line: entry.line))
      case .off(let from, let to):
        gaps.insert(Gap(from: from, to: to, isRestart: true, line: entry.line))
      case .crash: willCrash = true
      case .clock(let seconds):
        let before = now
        now = now + seconds
        if seconds < -Engine.longestSetBack {
          restart(aliveAt: now)
          try perform(engine.handle(.timePassed, now: now), or: say)
        } else {
          try perform(engine.handle(.clockSet(from: before), now: now), or: say)
        }
      case .zone(let name):
        guard let zone = world.zone(name) else { throw Refusal("no time zone '\(name)'") }
        if engine.household.settings.timezone == nil {
          try perform(engine.handle(.zoneChanged(zone), now: now), or: say)
        }
      case .lock: try perform(engine.handle(.locked(true), now: now), or: say)
      case .unlock: try perform(engine.handle(.locked(false), now: now), or: say)
      case .inhibit(let on): try perform(engine.handle(.inhibited(on), now: now), or: say)
      case .notifier(let isUp): try perform(engine.handle(.notifier(isAvailable: isUp), now: now), or: say)
      }
    } catch {
      throw Fault(line: entry.line, refusal: error)
    }
  }

  /// For use where only refusals are thrown: what `say` throws is a fault of the output, told as one.
  private mutating func perform(
    _ effects: [Effect], or say: (Line, inout Engine) throws -> Void
  ) throws(Refusal) {
    do {
      try perform(effects, say: say)
    } catch {
      throw Refusal("the output could not be written: \(error)")
    }
  }

  private mutating func perform(_ effects: [Effect], say: (Line, inout Engine) throws -> Void) throws {
    for effect in effects {
      switch effect {
      case .record(let changes): ledger.commit(changes)
      case .show(let delivery):
        if delivery.isRecreation { continue }
        if willCrash, delivery.line.kind == .cue {
          willCrash = false
          restart(aliveAt: now)
          try perform(engine.handle(.resumed(since: now), now: now), say: say)
          return
        }
        try say(delivery.line, &engine)
        try perform(engine.handle(.delivered(delivery), now: now), say: say)
      case .close, .announce: continue
      }
    }
  }
}

extension [Simulator.Gap] {
  fileprivate mutating func insert(_ gap: Simulator.Gap) {
    let place = firstIndex { $0.from > gap.from } ?? endIndex
    insert(gap, at: place)
  }
}
