import Glibc
import HavenCore
import HavenDesktop

/// Seed after seed, and what came of them.
@LoopActor
final class Run {
  private let options: Options
  private var passed = 0
  private var failed: [Int] = []
  private var days = 0
  private var notifications = 0
  private var recreations = 0
  private var deaths = 0
  private var faults: [String: Int] = [:]
  private let began = ContinuousClock.now
  private var toldAt = ContinuousClock.now

  init(_ options: Options) { self.options = options }

  var hasFailed: Bool { !failed.isEmpty }

  func play() async {
    FaultyDisk.install()
    let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    for seed in options.seeds {
      let folder = "\(base)/haven-faults-\(getpid())"
      await play(seed, in: folder)
      if !options.keeps { FaultyDisk.remove(folder) }
      if options.isSoak { tellProgress(seed) }
      if failed.count >= (options.endsAtFirst ? 1 : 20), !options.isSoak { break }
    }
    tellSum()
  }

  private func play(_ seed: Int, in folder: String) async {
    do {
      let story = try Story(seed: seed, folder: folder)
      let findings = try await story.play(days: options.days)
      days += story.machine.boot / 86_400
      notifications += story.witness.announcements.count
      recreations += story.witness.recreations
      deaths += story.deaths.count
      faults.merge(story.faults) { $0 + $1 }
      if findings.isEmpty { passed += 1 } else { failed.append(seed) }
      if !findings.isEmpty || options.tellsAll { tell(story, findings) }
    } catch {
      failed.append(seed)
      print("seed \(seed): \(error)")
    }
  }

  /// Everything that is needed to see it again.
  private func tell(_ story: Story, _ findings: [String]) {
    print("seed \(story.seed): \(findings.count) findings in \(story.family.zoneName)")
    for finding in findings.prefix(options.tellsAll ? 1000 : 8) { print("  FAIL \(finding)") }
    guard options.tellsAll else { return print("  to see it again: HAVEN_SEED=\(story.seed) fault-simulation") }
    print("\n# haven.toml\n\(story.family.toml)# the ledger")
    for line in story.journal.lines {
      let entry = line.entry
      print(
        "# \(line.life) \(story.forecast.zone.civil(at: entry.at)) \(entry.at.seconds % 60) \(entry.id) \(entry.state.rawValue)"
          + (entry.reason.map { ": \($0.rawValue)" } ?? ""))
    }
    let zone = story.family.namesItsZone ? "" : "TZ=\(story.family.zoneName) "
    let end = story.begins.date + (options.days + 2)
    print("\n# script: \(zone)havenctl simulate --config DIR --from \(story.begins) --to \(end) --script FILE")
    for line in story.script.lines { print(line) }
  }

  private func tellProgress(_ seed: Int) {
    guard ContinuousClock.now - toldAt > .seconds(10) else { return }
    toldAt = .now
    print(
      "seed \(seed): \(days) household-days, \(notifications) notifications, \(failed.count) failed \(failed.prefix(9))"
    )
    fflush(nil)
  }

  private func tellSum() {
    let kinds = faults.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    print(
      "\(days) household-days, \(notifications) notifications and \(recreations) put up again, \(deaths) deaths: \(kinds)"
    )
    print("seconds: \((ContinuousClock.now - began).components.seconds)")
    if !failed.isEmpty { print("failed seeds: \(failed)") }
    print("\(passed) passed, \(failed.count) failed, 0 skipped")
  }
}
