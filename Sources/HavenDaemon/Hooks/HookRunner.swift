import Glibc
import HavenAPI
import HavenCore
import HavenDesktop

/// Runs the config's own commands: each at most once an occasion, a few at a time, never in the way of a warning.
///
/// What happens is noted at once, and nothing is started before the loop had a moment for what it has to say itself. A hook
/// is a favour and no promise: what waits here when havend ends is not run later.
@LoopActor
final class HookRunner {
  /// How many run at one time.
  static let mostAtOnce = 4
  /// How many wait; one more, and the oldest is not run.
  static let mostWaiting = 32
  /// By then the notification that goes with it is on its way.
  static let moment = Duration.milliseconds(50)
  /// Variables that are the service manager's word to havend alone.
  static let ours: Set<String> = [
    "NOTIFY_SOCKET", "WATCHDOG_PID", "WATCHDOG_USEC", "LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES", "MAINPID",
  ]

  private struct Turn {
    var hook: Hook
    var message: [UInt8]
  }

  private let now: @LoopActor () -> Instant
  private let home: String?
  private var waiting: [Turn] = []
  private var running: [Int: ChildProgram] = [:]
  private var runningHooks: [Int: Hook] = [:]
  private var records: [(hook: Hook, record: Record)] = []
  private var started = 0
  private var start: TimerSource?
  private var isAboutToStart = false

  private struct Record {
    var ran = 0
    var failed = 0
    var ranAt: Instant?
    var failedAt: Instant?
    var failure: String?
    var said: String?

    mutating func fail(_ failure: String, said: String? = nil, at instant: Instant) {
      failed += 1
      failedAt = instant
      self.failure = failure
      self.said = said
    }
  }

  /// - Parameter now: reads the wall clock.
  init(home: String?, now: @escaping @LoopActor () -> Instant) {
    self.home = home
    self.now = now
  }

  /// Notes what the hooks have to hear of.
  ///
  /// - Parameter words: a line's words at its own level.
  func hear(
    _ announcement: Announcement, of owner: CarerID?, hooks: [Hook], zone: Zone, words: (Line) -> Words
  ) {
    guard !hooks.isEmpty else { return }
    for hook in hooks where hook.hears(announcement, of: owner) {
      let message = HookMessage(announcement, for: hook, at: now(), zone: zone, words: words)
      guard let text = try? JSON.text(message) else { continue }  // strings and numbers always have JSON
      if waiting.count >= HookRunner.mostWaiting {
        let left = waiting.removeFirst()
        note(left.hook) { $0.fail("more was to do than it could keep up with", at: now()) }
      }
      waiting.append(Turn(hook: hook, message: Array(text.utf8) + [UInt8(ascii: "\n")]))
    }
    goOnSoon()
  }

  /// Ends whatever runs: havend ends.
  func stop() {
    waiting = []
    start?.cancel()
    for program in running.values { program.end() }
    running = [:]
  }

  /// How each of these hooks fared, in their order.
  func states(of hooks: [Hook], zone: Zone) -> [HookState] {
    hooks.map { hook in
      var state = HookState(name: hook.name)
      state.running = waiting.count { $0.hook == hook } + runningHooks.values.count { $0 == hook }
      guard let record = records.first(where: { $0.hook == hook })?.record else { return state }
      state.ran = record.ran
      state.failed = record.failed
      state.ranAt = record.ranAt.map { Stamp($0, in: zone) }
      state.failedAt = record.failedAt.map { Stamp($0, in: zone) }
      state.failure = record.failure
      state.said = record.said
      return state
    }
  }

  /// Forgets how those fared that the config no longer has.
  func keep(_ hooks: [Hook]) {
    records.removeAll { !hooks.contains($0.hook) }
    waiting.removeAll { !hooks.contains($0.hook) }
  }

  private func goOnSoon() {
    guard !isAboutToStart, !waiting.isEmpty, running.count < HookRunner.mostAtOnce else { return }
    isAboutToStart = true
    if start == nil { start = try? TimerSource(.monotonic) { [unowned self] in goOn() } }
    start?.arm(after: HookRunner.moment)
  }

  /// One at a turn of the loop: to start a program takes a millisecond.
  private func goOn() {
    isAboutToStart = false
    guard !waiting.isEmpty, running.count < HookRunner.mostAtOnce else { return }
    let turn = waiting.removeFirst()
    started += 1
    let number = started
    let words = turn.hook.run.map { word in word.hasPrefix("~/") ? (home ?? "~") + word.dropFirst() : word }
    do throws(ChildProgram.Fault) {
      running[number] = try ChildProgram(
        words, reading: turn.message, without: HookRunner.ours, limit: .seconds(turn.hook.timeout)
      ) { [unowned self] outcome, said in
        ended(number, turn.hook, outcome, said)
      }
      runningHooks[number] = turn.hook
    } catch {
      note(turn.hook) { $0.fail("'\(turn.hook.name)' could not be started: \(error)", at: now()) }
    }
    goOnSoon()
  }

  private func ended(_ number: Int, _ hook: Hook, _ outcome: ChildProgram.Outcome, _ said: String?) {
    running[number] = nil
    runningHooks[number] = nil
    note(hook) { record in
      record.ran += 1
      record.ranAt = now()
      if let failure = HookRunner.failure(hook, outcome) {
        record.fail(failure, said: said, at: now())
      } else {
        record.failure = nil
        record.said = nil
      }
    }
    goOnSoon()
  }

  private static func failure(_ hook: Hook, _ outcome: ChildProgram.Outcome) -> String? {
    switch outcome {
    case .exited(code: 0): nil
    case .exited(let code): "'\(hook.name)' ended with status \(code)"
    case .killed(let signal): "'\(hook.name)' was ended by signal \(signal)"
    case .tooSlow: "'\(hook.name)' took longer than \(hook.timeout) s, and was ended"
    case .tooLoud: "'\(hook.name)' complained without end, and was ended"
    }
  }

  private func note(_ hook: Hook, _ change: (inout Record) -> Void) {
    let index = records.firstIndex { $0.hook == hook } ?? records.count
    if index == records.count { records.append((hook, Record())) }
    change(&records[index].record)
  }
}
