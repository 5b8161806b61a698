// A process that does with the loop what havend does, for tests to watch from outside: its threads, its wake-ups,
// its signals, its words to a service manager. One argument names what to do; each says on stdout what happened.
import Glibc
import HavenDesktop

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
    case "watchdog": try probe.watchdog()
    default:
      say("usage: loop-probe idle | bus ADDRESS | watchdog")
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
