import HavenCore
import HavenDaemon
import HavenDesktop

extension Story {
  private enum Happening: CaseIterable {
    case command, press, suspend, off, crash, clock, server, replaced, habit, lock, inhibit, disk, zone, reload

    var weight: Int {
      switch self {
      case .command: 34
      case .press: 30
      case .suspend: 14
      case .off: 7
      case .crash: 14
      case .clock: 8
      case .server: 5
      case .replaced: 4
      case .habit: 9
      case .lock: 4
      case .inhibit: 6
      case .disk: 4
      case .zone: 2
      case .reload: 2
      }
    }
  }

  /// Something happens: to the family, or to the machine.
  func happen() async throws {
    let what = random.pick(weighted: Happening.allCases.map { ($0.weight, $0) })
    switch what {
    case .command: command()
    case .press: press()
    case .suspend: try await suspend(for: span())
    case .off: try await off(for: span())
    case .crash: crash()
    case .clock: setClock(by: clockStep())
    case .server: breakServer()
    case .replaced: replaceServer()
    case .habit: spoilHabit()
    case .lock: lock()
    case .inhibit: inhibit()
    case .disk: fillDisk()
    case .zone: changeZone()
    case .reload: reload()
    }
    await settle()
    checkRecreated()
    try buryTheDead()
  }

  /// Seconds: moments, minutes, hours, and now and then days.
  func span() -> Int {
    random.pick(weighted: [
      (30, random.number(5...180)), (50, random.number(1...120) * 60), (16, random.number(2...20) * 3600),
      (2, random.number(1...40) * 86_400),
    ])
  }

  private func clockStep() -> Int {
    let size = random.pick(weighted: [
      (25, random.number(2...90)), (40, random.number(2...59) * 60), (20, random.number(1...20) * 3600),
      (8, random.number(1...6) * 86_400), (4, 365 * 86_400),
    ])
    return random.chance(50) ? size : -size
  }

  private func count(_ fault: String) { faults[fault, default: 0] += 1 }

  /// The machine sleeps. What wakes first is left to chance: the alarm, the look at the clocks, logind.
  private func suspend(for seconds: Int) async throws {
    guard life != nil else { return }
    count("suspend")
    script.addGap("!suspend", from: machine.wall, seconds: seconds, in: forecast.zone)
    let tells = random.chance(70)
    if tells { life?.keeper.fallAsleep() }
    await settle()
    let from = machine.wall
    machine.sleep(seconds)
    if life != nil { forecast.cover(from: from, to: machine.wall, isWatched: false) }
    await wake(tells: tells)
  }

  private func wake(tells: Bool) async {
    for first in [[0, 1, 2], [1, 0, 2], [1, 2, 0], [2, 1, 0]][random.number(0...3)] {
      guard let life, !life.mortality.isDead else { return }
      switch first {
      case 0: life.timepiece.ring()
      case 1: look()
      default:
        guard tells else { continue }
        look()
        life.keeper.wakeUp()
      }
      await settle()
    }
  }

  private func look() {
    let present = machine.reading
    for change in ClockWatch.changes(from: lastReading, to: present) { life?.keeper.hear(change) }
    lastReading = present
  }

  private func off(for seconds: Int) async throws {
    guard life != nil else { return }
    count("off")
    script.addGap("!off", from: machine.wall, seconds: seconds, in: forecast.zone)
    stop()
    await settle()
    later(seconds, .process)
  }

  /// Dies at one of the next points: before or after a claim is written, a notification sent, its answer written.
  private func crash() {
    guard let life, !life.mortality.isArmed else { return }
    count("crash")
    script.add("!crash", at: machine.wall, in: forecast.zone)
    life.mortality.arm(points: random.number(1...8), writes: random.chance(30) ? random.number(0...4) : nil)
  }

  private func setClock(by seconds: Int) {
    guard machine.wall.seconds + seconds > 365 * 86_400 else { return }
    count(abs(seconds) >= 300 * 86_400 ? "clock by a year" : seconds > 0 ? "clock on" : "clock back")
    moveClock(by: seconds)
    if abs(seconds) > 3 * 3600, random.chance(60) { later(random.number(1...90) * 60, .clock(by: -seconds)) }
  }

  func moveClock(by seconds: Int) {
    script.add("!clock \(seconds > 0 ? "+" : "-")\(abs(seconds))s", at: machine.wall, in: forecast.zone)
    let from = machine.wall
    forgetWhatIsOver()
    machine.set(by: seconds)
    if seconds > 0, life != nil { forecast.cover(from: from, to: machine.wall, isWatched: false) }
    let notes = life?.keeper.clockNotes.count ?? 0
    // An absolute alarm that the jump has passed rings as soon as the loop runs; the look may come first.
    let ringsFirst = random.chance(40)
    if ringsFirst { life?.timepiece.ring() }
    look()
    if !ringsFirst { life?.timepiece.ring() }
    if abs(seconds) > 3 * 3600 + 1, let life, !life.mortality.isDead, life.keeper.clockNotes.count == notes {
      witness.find("the clock was corrected by \(seconds) s, and `status` says nothing of it", at: machine.wall)
    }
  }

  private func breakServer() {
    guard desktop.isUp else { return }
    count("no server")
    script.add("!notifier down", at: machine.wall, in: forecast.zone)
    desktop.answerWaiting(false)
    loseBubbles()
    desktop.goDown()
    later(min(span(), 6 * 3600), .server)
  }

  private func replaceServer() {
    guard desktop.isUp else { return }
    count("server forgets ids")
    script.add("!notifier down", at: machine.wall, in: forecast.zone)
    script.add("!notifier up", at: machine.wall, in: forecast.zone)
    desktop.answerWaiting(false)
    loseBubbles()
    desktop.beReplaced()
  }

  private func spoilHabit() {
    guard desktop.habit == .obliging else { return }
    let habits: [VirtualDesktop.Habit] = [.refusing, .silent, .slow, .closing]
    desktop.habit = random.pick(habits)
    count("\(desktop.habit.rawValue) server")
    script.note("the server is \(desktop.habit.rawValue)", at: machine.wall, in: forecast.zone)
    later(min(span(), 4 * 3600), .habit)
  }

  private func lock() {
    guard !isLocked else { return }
    count("lock")
    script.add("!lock", at: machine.wall, in: forecast.zone)
    isLocked = true
    life?.keeper.handle(.locked(true))
    later(min(span(), 8 * 3600), .lock)
  }

  private func inhibit() {
    guard !desktop.isInhibited else { return }
    count("do-not-disturb")
    script.add("!inhibit on", at: machine.wall, in: forecast.zone)
    desktop.inhibit(true)
    later(min(span(), 8 * 3600), .inhibition)
  }

  private func fillDisk() {
    guard !isDiskFull, life?.mortality.isArmed != true else { return }
    count("disk full")
    script.note("the disk is full", at: machine.wall, in: forecast.zone)
    isDiskFull = true
    FaultyDisk.writesLeft = random.number(0...3)
    later(min(span(), 6 * 3600), .disk)
  }

  private func reload() {
    guard let life else { return }
    count("reload")
    script.add("reload", at: machine.wall, in: forecast.zone)
    life.keeper.handle(.configured(configuration.household, configuration.zone))
  }
}
