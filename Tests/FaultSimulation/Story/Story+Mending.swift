import HavenConfig
import HavenCore
import HavenDesktop

extension Story {
  /// What was broken for a while is whole again.
  func mend(_ what: Mending) throws {
    let zone = forecast.zone
    switch what {
    case .server:
      guard !desktop.isUp else { return }
      script.add("!notifier up", at: machine.wall, in: zone)
      desktop.comeUp()
    case .habit:
      guard desktop.habit != .obliging else { return }
      script.note("the server is obliging again", at: machine.wall, in: zone)
      desktop.habit = .obliging
      obligingSince = machine.awake
    case .inhibition:
      guard desktop.isInhibited else { return }
      script.add("!inhibit off", at: machine.wall, in: zone)
      desktop.inhibit(false)
    case .lock:
      guard isLocked else { return }
      script.add("!unlock", at: machine.wall, in: zone)
      isLocked = false
      life?.keeper.handle(.locked(false))
    case .disk:
      guard isDiskFull else { return }
      script.note("there is room on the disk", at: machine.wall, in: zone)
      isDiskFull = false
      FaultyDisk.writesLeft = nil
    case .unsafety:
      guard let life else { return later(60, .unsafety) }
      guard forecast.presentFacts.isUnsafe(at: machine.wall) else { return }
      script.add("unsafe off", at: machine.wall, in: zone)
      _ = try? life.keeper.perform(.unsafe(on: false), by: nil)
    case .process: try start()
    case .clock(let seconds):
      guard machine.wall.seconds + seconds > 365 * 86_400 else { return }
      moveClock(by: seconds)
    }
  }

  /// The whole world is well from now on.
  func makePeace() async throws {
    for mending in mendings { if case .clock = mending.what { continue } else { try mend(mending.what) } }
    mendings = []
    for what in [Mending.server, .habit, .inhibition, .lock, .disk] { try mend(what) }
    desktop.answerWaiting()
    await settle()
    try mend(.process)
    try mend(.unsafety)
    await settle()
  }

  /// Somebody moves to another zone; a household that names its own stays where it is.
  func changeZone() {
    guard !family.namesItsZone, let life else { return }
    let name = random.pick(RandomHousehold.zones).name
    guard let zone = try? loadZone(named: name) else { return }
    faults["zone", default: 0] += 1
    script.add("!zone \(name)", at: machine.wall, in: forecast.zone)
    configuration.zone = zone
    forecast.change(zone: zone)
    life.keeper.handle(.configured(configuration.household, zone))
  }
}
