import Glibc
import HavenAPI
import HavenCLI
import HavenConfig
import HavenCore
import HavenDaemon
import HavenDesktop

/// What cannot be played, in words.
struct Mistake: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// A home, a clock, and what is typed in it.
@LoopActor
final class Stage {
  private let home: String
  private let clock = StageClock()
  private let screen = StageScreen()
  private var havend: Rehearsal?
  private var zone = systemZone()
  /// What was said while something is being typed: it is told after it.
  private var saidMeanwhile: [Told]?

  init(home: String) { self.home = home }

  private var config: String { home + "/.config/haven" }

  /// Plays from one moment to another; a line of the script comes after what is due at its instant.
  func play(_ script: [String], from: String, to: String) async throws {
    if let configuration = try? ConfigurationLoader(directory: config).load() { zone = configuration.zone }
    clock.wall = try instant(from)
    try begin()
    for line in script where !line.isEmpty {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3 else { throw Mistake("'\(line)'") }
      try await pass(until: try instant(parts[0]))
      try type(parts[2], by: parts[1])
      await settle()
      try begin()
    }
    try await pass(until: try instant(to))
  }

  /// Starts Haven once there is a config.
  private func begin() throws {
    guard havend == nil, access(config + "/haven.toml", F_OK) == 0 else { return }
    havend = try Rehearsal(
      config: config, state: home + "/.local/state/haven", notifier: screen, timepiece: clock
    ) { [unowned self] to, words in
      let body = words.body.split(separator: "\n").map(String.init)
      tell(to, nil, [words.title] + body)
    }
  }

  private func pass(until end: Instant) async throws {
    await settle()
    while let alarm = clock.alarm, alarm <= end {
      clock.wall = max(clock.wall, alarm)
      clock.ring()
      await settle()
    }
    clock.wall = max(clock.wall, end)
  }

  /// Lets what was sent to the screen be taken.
  private func settle() async { for _ in 0..<50 { await Task.yield() } }

  private func type(_ line: String, by carer: String) throws {
    var whole = line
    // One who is alone says nothing of who they are.
    if carer != "me" { whole = "--as \(carer) \(line)" }
    let environment = [
      "HOME": home, "XDG_RUNTIME_DIR": home + "/run", "LANG": "en_GB.UTF-8", "USER": carer,
    ]
    let havend = havend
    let answer: (([UInt8]) -> [[UInt8]])? = havend.map { havend in
      { message in LoopActor.assumeIsolated { havend.answer(message) } }
    }
    saidMeanwhile = []
    let lines = try Havenctl.rehearse(whole, at: clock.wall, environment: environment, havend: answer)
    let said = saidMeanwhile ?? []
    saidMeanwhile = nil
    tell(carer, line, lines)
    for line in said { tell(line) }
  }

  private func tell(_ who: String, _ typed: String?, _ lines: [String]) {
    let line = Told(
      at: "\(zone.civil(at: clock.wall))", who: who, typed: typed,
      lines: lines.map { $0.replacing(home, with: "~") })
    if saidMeanwhile != nil { saidMeanwhile?.append(line) } else { tell(line) }
  }

  private func tell(_ line: Told) { print((try? JSON.text(line)) ?? "{}") }

  private func instant(_ text: String) throws -> Instant {
    guard let moment = CivilDateTime(text) else { throw Mistake("'\(text)' is no moment") }
    return zone.instant(of: moment)
  }

  private struct Told: Encodable {
    var at: String
    var who: String
    var typed: String?
    var lines: [String]
  }
}

/// A clock that the stage moves.
@LoopActor
final class StageClock: Timepiece {
  var onWake: @LoopActor () -> Void = {}
  var onRetry: @LoopActor () -> Void = {}
  var wall = Instant(seconds: 0)
  private(set) var alarm: Instant?

  func now() -> Instant { wall }
  func wake(at instant: Instant?) { alarm = instant }
  func retry(after wait: Duration) {}

  func ring() {
    alarm = nil
    onWake()
  }
}

/// A screen that takes everything.
@LoopActor
final class StageScreen: Notifier {
  var onEvent: (@LoopActor (NotifierEvent) -> Void)?
  var state: NotifierState { .terminal }
  var isAvailable: Bool { true }
  var isInhibited: Bool { false }
  var inhibitionSource: String? { nil }

  func show(_ notification: DesktopNotification) async throws(NotifierError) {}
  func close(key: String) async {}
  func closeAll() {}
}
