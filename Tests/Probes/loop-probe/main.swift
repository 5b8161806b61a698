// A process that does with the loop what havend does, for tests to watch from outside: its threads, its wake-ups,
// its signals, its words to a service manager. One argument names what to do; each says on stdout what happened.
import Glibc
import HavenDesktop
import Logging

func say(_ line: String) {
  print(line)
  fflush(nil)
}

/// Every way of suspending that havend uses; any of them alone could start a thread pool.
@LoopActor func suspendInEveryWay() async {
  async let early: Void? = try? EventLoop.main.pause(for: .milliseconds(1))
  let (numbers, feed) = AsyncStream.makeStream(of: Int.self)
  await withTaskGroup(of: Void.self) { group in
    group.addTask {
      for number in 0..<3 { feed.yield(number) }
      feed.finish()
    }
    group.addTask { try? await EventLoop.main.pause(for: .milliseconds(2)) }
  }
  var sum = 0
  for await number in numbers { sum += number }
  await early
  await offTheActor()
  say("suspended \(sum)")
}

@concurrent func offTheActor() async { await Task.yield() }

/// What the probe keeps alive while the loop runs.
@LoopActor final class Probe {
  var sources: [LoopSource] = []
  var clockChange: ClockChange?
  var bus: Bus?
  var subscriptions: [BusSubscription] = []
  var notifier: DesktopNotifier?
  var watch: SessionWatch?

  func endOnTermination() throws {
    sources.append(
      try SignalSource(SIGTERM) {
        say("terminated")
        EventLoop.main.exit(0)
      })
  }

  func idle() throws {
    try endOnTermination()
    for (signal, name) in [(SIGHUP, "hangup"), (SIGINT, "interrupt")] {
      sources.append(try SignalSource(signal) { say(name) })
    }
    sources.append(try FileWatch("/tmp", [.selfDeleted]) { _ in say("tmp gone") })
    clockChange = try ClockChange { say("clock changed") }
    let cue = try TimerSource(.realtime) { say("due") }
    cue.arm(atMicroseconds: TimerSource.Clock.realtime.microseconds + 3_600_000_000)
    sources.append(cue)
    EventLoop.main.spawn {
      await suspendInEveryWay()
      say("ready")
    }
  }

  func follow(_ address: String) throws {
    try endOnTermination()
    let bus = Bus(BusAddress(address))
    subscriptions.append(
      bus.onState { state in
        if case .connected(let name) = state { say("bus connected \(name)") } else { say("bus waiting") }
      })
    subscriptions.append(bus.onOwner(of: "org.example.Nobody") { say("owner \($0 ?? "none")") })
    self.bus = bus
    bus.start()
  }

  /// All that havend hears of a desktop: from one bus given, or from the two real ones.
  func desktop(_ address: String?) throws {
    try endOnTermination()
    let session = address.map { Bus(BusAddress($0)) } ?? .session, system = address == nil ? .system : session
    let notifier = DesktopNotifier(on: session), watch = SessionWatch(system: system, session: session)
    notifier.onEvent = { say("\($0)") }
    watch.onEvent = { say("\($0)") }
    session.start()
    system.start()
    (self.notifier, self.watch) = (notifier, watch)
  }

  /// Everything that a service says to its manager, and what the manager handed over.
  func serve() {
    let supervisor = Supervisor()
    for (descriptor, name) in supervisor.takeDescriptors() {
      say("descriptor \(descriptor) \(name) \(supervisor.isListeningSocket(descriptor) ? "listens" : "is no socket")")
    }
    say("again \(supervisor.takeDescriptors().count), in the environment \(getenv("LISTEN_FDS") == nil ? "no" : "yes")")
    supervisor.tellReady()
    supervisor.tell(status: "next: otter L2\nREADY=0")
    supervisor.tellReloading()
    supervisor.tellStopping()
    exit(0)
  }

  func log() {
    var logger = Logger(label: "havend") { SystemLog(label: $0) }
    logger[metadataKey: "cue"] = "2026-03-10/shoes/otter/2"
    logger.debug("not said \({ () -> String in say("made"); return "" }())")
    logger.notice("begins")
    logger.warning("one\ntwo \u{1B}[2J", metadata: ["count": "2"])
    exit(0)
  }

  func watchdog() throws {
    try endOnTermination()
    say("watchdog \(try EventLoop.main.answerWatchdog())")
  }
}

let probe = LoopActor.assumeIsolated {
  let probe = Probe()
  let arguments = CommandLine.arguments.dropFirst()
  do {
    switch arguments.first {
    case "idle": try probe.idle()
    case "bus": try probe.follow(arguments.last ?? "")
    case "desktop": try probe.desktop(arguments.dropFirst().first)
    case "watchdog": try probe.watchdog()
    case "service": probe.serve()
    case "log": probe.log()
    default:
      say("usage: loop-probe idle | bus ADDRESS | desktop [ADDRESS] | watchdog | service | log")
      exit(64)
    }
  } catch {
    say("\(error)")
    exit(70)
  }
  return probe
}
let outcome = (try? EventLoop.main.run()) ?? 70
withExtendedLifetime(probe) {}
exit(outcome)
