import Glibc
import HavenConfig
import HavenCore
import HavenDaemon
import HavenDesktop
import HavenStore

/// One household's days under faults, out of a seed.
@LoopActor
final class Story {
  let seed: Int
  var random: SplitMix64
  let family: RandomHousehold
  let household: Household
  var configuration: Configuration
  let machine: Machine
  /// What the wall said at the beginning, for the script.
  let begins: CivilDateTime
  let desktop = VirtualDesktop()
  let journal = Journal()
  let forecast: Forecast
  let witness: Witness
  let script = Script()
  /// The process that runs; nil while none does.
  var life: Life?
  var deaths: [Int] = []
  /// What mends itself later, by seconds since the beginning; in order.
  var mendings: [(at: Int, what: Mending)] = []
  var isLocked = false
  var isDiskFull = false
  var lastReading: ClockWatch.Reading
  /// Since when the desktop takes what it is given, in seconds awake.
  var obligingSince = 0
  /// What was on the screen, unanswered, when the server went: keys.
  var lostBubbles: [String] = []
  var faults: [String: Int] = [:]
  private(set) var alarms = 0

  let folder: String
  private var directories = 0
  /// What the wall said when the last process ended.
  private var endedAt: Instant?
  /// Whether the disk could not be told of that.
  private var endedUnwritten = false
  var stateDirectory: String { "\(folder)/state-\(directories)" }
  /// What the last process had in memory alone.
  private var lostWithMemory = 0

  enum Mending { case server, habit, inhibition, lock, disk, unsafety, process, clock(by: Int) }

  init(seed: Int, folder: String) throws {
    self.seed = seed
    self.folder = folder
    random = SplitMix64(seed: seed)
    family = RandomHousehold(&random)
    FaultyDisk.remove(folder)
    mkdir(folder, 0o700)
    mkdir(folder + "/config", 0o700)
    FaultyDisk.write(Array(family.toml.utf8), to: folder + "/config/haven.toml")
    let zone = try loadZone(named: family.zoneName)
    configuration = try ConfigurationLoader(directory: folder + "/config", systemZone: { zone }).load()
    household = configuration.household
    machine = Machine(wall: zone.startOfDay(family.start) + random.number(0...20 * 60) * 60)
    begins = zone.civil(at: machine.wall)
    lastReading = machine.reading
    forecast = Forecast(household: household, zone: zone, journal: journal)
    witness = Witness(household: household, journal: journal, forecast: forecast)
    desktop.onShow = { [unowned self] notification, isKnown in
      witness.saw(notification, isKnown: isKnown, server: desktop.generation, at: machine.wall, moment: machine.boot)
    }
    desktop.onRefusal = { [unowned self] notification in witness.refused(notification) }
  }

  /// Whether what comes due now can be said now.
  var canShow: Bool {
    guard let life, !life.mortality.isDead, !life.mortality.isArmed else { return false }
    guard desktop.isUp, !desktop.isInhibited, ![.refusing, .silent].contains(desktop.habit) else { return false }
    return machine.awake - obligingSince >= 6 && !(isLocked && household.settings.whenLocked == .nothing)
  }

  /// Days under faults, then a day of peace in which everything must come to its end.
  ///
  /// - Returns: what was wrong.
  func play(days: Int) async throws -> [String] {
    try start()
    await settle()
    while machine.boot < days * 86_400 {
      try await live(for: pause())
      try await happen()
    }
    try await makePeace()
    try await live(for: 30 * 3600)
    stop()
    await settle()
    if alarms > 3000 * (machine.boot / 86_400 + 1) { witness.find("\(alarms) alarms", at: machine.wall) }
    try reopen()
    return Invariants(
      journal: journal, forecast: forecast, witness: witness, household: household, end: machine.wall, deaths: deaths,
      lateness: Story.lateness + 1
    ).findings()
  }

  /// How late an alarm may ring here, in seconds.
  static let lateness = 2

  /// Mostly whole minutes, and often just where something is due.
  private func pause() -> Int {
    let toMinute = (60 - machine.wall.seconds % 60) % 60
    if random.chance(45), let left = life?.timepiece.secondsLeft, left < 6 * 3600 {
      return max(0, left + random.pick([0, 0, 0, -60, -1, 1, 30, 60, 120]))
    }
    let minutes = random.pick(weighted: [(4, random.number(0...10)), (4, random.number(5...90)), (1, 300)])
    return toMinute + minutes * 60 + (random.chance(25) ? random.number(1...59) : 0)
  }

  /// Lets time pass, and everything in it happen that is due.
  func live(for seconds: Int) async throws {
    let end = machine.boot + seconds
    while true {
      var step = end - machine.boot
      if let mending = mendings.first { step = min(step, max(0, mending.at - machine.boot)) }
      if let left = life?.timepiece.secondsLeft { step = min(step, left) }
      if desktop.hasWaiting { step = min(step, random.number(0...4)) }
      let isAlarm = life?.timepiece.secondsLeft == step
      pass(step + (isAlarm && step > 0 && random.chance(4) ? random.number(1...Self.lateness) : 0))
      if desktop.hasWaiting { desktop.answerWaiting() }
      await settle()
      while let mending = mendings.first, mending.at <= machine.boot {
        mendings.removeFirst()
        try mend(mending.what)
        await settle()
        checkRecreated()
      }
      if let left = life?.timepiece.secondsLeft, left == 0 {
        alarms += 1
        life?.timepiece.ring()
        await settle()
      } else if machine.boot >= end {
        return
      }
      try buryTheDead()
    }
  }

  func pass(_ seconds: Int) {
    let from = machine.wall
    machine.pass(seconds)
    cover(from: from)
  }

  /// Time went by on the wall. While no process runs nobody sees it pass: the next one knows where the last one ended.
  func cover(from: Instant) {
    if life != nil { forecast.cover(from: from, to: machine.wall, isWatched: canShow) }
  }

  /// Waits until nothing is under way but what a slow server keeps waiting.
  func settle() async {
    var before: Int
    repeat {
      before = desktop.calls
      await Task.yield()
    } while desktop.calls != before
  }
}

extension Story {
  /// A process begins, from what the last one left.
  func start() throws {
    guard life == nil else { return }
    FaultyDisk.writesLeft = isDiskFull ? 0 : nil
    journal.life += 1
    let begun = try Life(
      directory: stateDirectory, configuration: configuration, machine: machine, desktop: desktop, isLocked: isLocked,
      journal: journal)
    for finding in try journal.reconcile(with: begun.ledger, mayLack: lostWithMemory) {
      witness.find(finding, at: machine.wall)
    }
    lostWithMemory = 0
    begun.mortality.onDeath = { [unowned self, unowned begun] in die(begun) }
    life = begun
    lastReading = machine.reading
    if let endedAt {
      // That the clock had gone back may have been known to memory alone.
      let known = endedUnwritten ? try begun.ledger.history(now: machine.wall).aliveAt : nil
      forecast.cover(from: max(endedAt, known ?? endedAt), to: machine.wall, isWatched: false)
    }
    forecast.forgive(before: machine.wall)
    begun.start()
  }

  /// At the very moment: what is on the disk now is what there is.
  private func die(_ life: Life) {
    deaths.append(journal.next())
    lostWithMemory = life.ledger.pendingCount
    if life.mortality.writesOfLastCommit != nil { lostWithMemory += journal.sizeOfLastCommit }
    let old = stateDirectory
    directories += 1
    FaultyDisk.copy(from: old, to: stateDirectory)
    journal.died()
  }

  /// The orderly end.
  func stop() {
    guard let life else { return }
    life.mortality.onDeath = {}
    life.stop()
    leave()
  }

  private func leave() {
    guard let life else { return }
    lostWithMemory = life.ledger.pendingCount
    desktop.answerWaiting(false)
    journal.died()
    self.life = nil
    endedAt = machine.wall
    endedUnwritten = isDiskFull
  }

  /// The ledger as somebody finds it afterwards.
  private func reopen() throws {
    FaultyDisk.writesLeft = nil
    let ledger = try SQLiteLedger(directory: stateDirectory, now: machine.wall)
    for finding in try journal.reconcile(with: ledger, mayLack: lostWithMemory) {
      witness.find(finding, at: machine.wall)
    }
    for finding in ledger.integrityCheck() { witness.find("the database: \(finding)", at: machine.wall) }
  }

  /// A process that died begins again: at once, or after a while.
  func buryTheDead() throws {
    guard let dead = life, dead.mortality.isDead else { return }
    desktop.answerWaiting(false)
    life = nil
    endedAt = machine.wall
    endedUnwritten = isDiskFull
    let wait = random.pick(weighted: [(3, 0), (3, random.number(1...90)), (2, random.number(2...60) * 60)])
    script.note("!crash reached; back after \(wait) s", at: machine.wall, in: forecast.zone)
    later(wait, .process)
  }

  func later(_ seconds: Int, _ what: Mending) {
    mendings.append((machine.boot + seconds, what))
    mendings.sort { $0.at < $1.at }
  }
}
