import Glibc
import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("What needs no daemon")
struct WithoutDaemonTests {
  private let first = Folder.example("first")
  private let harbour = Folder.example("harbour")

  @Test("day --config plans a date from the files")
  func day() throws {
    let outcome = try havenctl("day 2026-03-10 --config \(harbour) --json", house: nil)
    let day = try JSON.decode(DayView.self, from: outcome.output.utf8)
    #expect(day.day == "school-day")
    let ends = try #require(day.steps.first { $0.step == "tablet-ends" })
    #expect(ends.at.description == "2026-03-10T17:25:00+00:00")
    #expect(ends.carer == "ros")
    #expect(ends.transitions == [DayView.Transition(child: "otter", size: "hard")])
    #expect(
      day.cues.contains { "\($0.id)" == "2026-03-10/tablet-ends/otter/P20" && $0.secondsLeft == 1200 && $0.to == "ros" }
    )
  }

  @Test("with no daemon there, day falls back on the config in its usual place, and says so")
  func fallback() throws {
    let folder = try Folder()
    _ = symlink(first, folder.owns("haven"))
    let outcome = try havenctl(
      "day", house: nil, environment: ["XDG_RUNTIME_DIR": "/run/user/1", "XDG_CONFIG_HOME": folder.path])
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("lights out"))
    #expect(outcome.errors == "havenctl: havend is not running; this is the day as it is written\n")
  }

  @Test("with neither daemon nor config it is the daemon that is missing")
  func neither() throws {
    let outcome = try havenctl(
      "day", house: nil, environment: ["XDG_RUNTIME_DIR": "/run/user/1", "XDG_CONFIG_HOME": "/nowhere"])
    #expect(outcome.status == .unavailable)
  }

  @Test("simulate prints what would be shown, a line each, in words or as objects")
  func simulate() throws {
    let text = try havenctl("simulate --config \(first) --from 2026-03-10T17:00 --to 2026-03-10T17:21", house: nil)
    #expect(text.status == .success)
    #expect(
      text.output.split(separator: "\n").map { $0.prefix(16) } == [
        "2026-03-10 17:05", "2026-03-10 17:10", "2026-03-10 17:20",
      ])
    let json = try havenctl("simulate --json --config \(first) --from 2026-03-10 --to 2026-03-10", house: nil)
    let lines = try json.output.split(separator: "\n").map { try JSON.decode(SimulatedLine.self, from: $0.utf8) }
    #expect(lines.first?.items?.map { "\($0.id)" } == ["2026-03-10/tablet-ends/otter/P20"])
    #expect(lines.allSatisfy { (1...60).contains($0.title.count) })
  }

  @Test("a date as --to is included whole, a moment is not included")
  func ends() throws {
    func count(_ ends: String) throws -> Int {
      try havenctl("simulate --config \(first) \(ends)", house: nil).output.split(separator: "\n").count
    }
    #expect(try count("--from 2026-03-10T17:05 --to 2026-03-10T17:05") == 0)
    #expect(try count("--from 2026-03-10T17:05 --to 2026-03-10T17:06") == 1)
    #expect(try count("--from 2026-03-10T17:04 --to 2026-03-10T17:05") == 0)
    #expect(try count("--from 2026-03-10 --to 2026-03-10") == count("--from 2026-03-10"))
  }

  @Test("the dates of simulate may be words, as they may be everywhere else")
  func words() throws {
    for day in ["today", "tomorrow", "Sat"] {
      let outcome = try havenctl("simulate --config \(first) --from \(day)", house: nil)
      #expect(outcome.status == .success && outcome.output.contains("tablet"), "\(day)")
    }
  }

  @Test("a script bends the day; one that cannot be played names its file and line, and is 64")
  func script() throws {
    let folder = try Folder()
    let good = try folder.write("2026-03-10T17:00 skip tablet-ends\n", to: "good")
    let skipped = try havenctl("simulate --config \(first) --from 2026-03-10 --script \(good)", house: nil)
    #expect(!skipped.output.contains("tablet-ends"))
    let bad = try folder.write("# a day\n2026-03-10T17:00 delay tablet-ends ten\n", to: "bad")
    let refused = try havenctl("simulate --config \(first) --from 2026-03-10 --script \(bad)", house: nil)
    #expect(refused.status == .usage)
    #expect(refused.errors.contains("\n\(bad):2: error: 'ten' is not a duration"))
    let late = try folder.write("2026-03-10T16:00 delay tablet-ends 8h\n", to: "late")
    let past = try havenctl("simulate --config \(first) --from 2026-03-10 --script \(late)", house: nil)
    #expect(past.status == .usage)
    #expect(past.errors.contains("\n\(late):1: error: "))
  }

  @Test(
    "what cannot be simulated is told",
    arguments: [
      ("--from someday", CommandStatus.usage, "'someday' is neither a date nor a moment"),
      ("--from 2026-03-10 --to 2026-03-09", .usage, "'2026-03-09' is not after '2026-03-10'"),
      ("--from 2026-03-10 --script /nowhere", .usage, "'/nowhere' cannot be read"),
      ("--from 2026-03-10 --config /nowhere", .configInvalid, "/nowhere"),
    ])
  func notSimulated(words: String, status: CommandStatus, text: String) throws {
    let config = words.contains("--config") ? "" : "--config \(first)"
    let outcome = try havenctl("simulate \(config) \(words)", house: nil)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(text))
    #expect(outcome.output.isEmpty)
  }

  @Test("check says that a config is sound; or all that is not, where a compiler would, and 78")
  func check() throws {
    let small = try Folder()
    _ = try small.write(
      "[[child]]\nid = \"otter\"\n[[routine]]\nname = \"day\"\nsteps = [\"17:45 tea\"]\n", to: "haven.toml")
    let sound = try havenctl("check --config \(small.path)", house: nil)
    #expect(sound == Outcome(status: .success, output: "sound: 1 carer, 1 child, 1 step\n", errors: ""))
    let folder = try Folder()
    let file = try folder.write("[household]\ntimezne = \"UTC\"\n[[carer]]\nname = 7\n", to: "haven.toml")
    let faulty = try havenctl("check --config \(folder.path)", house: nil)
    #expect(faulty.status == .configInvalid)
    #expect(faulty.errors.contains("\(file):2:1: error: "))
    #expect(faulty.errors.contains("\(file):4:8: error: "))
    #expect(try havenctl("check \(file)", house: nil).status == .configInvalid)
    let json = try havenctl("check --config \(folder.path) --json", house: nil)
    #expect(json.errors.isEmpty)
    #expect(
      json.output.hasPrefix(
        #"{"version":1,"kind":"check","config":"\#(folder.path)","valid":false,"diagnostics":[{"file":"#))
  }

  @Test("init writes a config that is sound, and never writes over one")
  func begin() throws {
    let folder = try Folder()
    let file = folder.owns("haven.toml")
    #expect(try havenctl("init --config \(folder.path)", house: nil).status == .success)
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(try havenctl("check --config \(folder.path)", house: nil).status == .success)
    let again = try havenctl("init --config \(folder.path)", house: nil)
    #expect(again.status == .no)
    #expect(again.errors.contains("'\(file)' is there already"))
  }

  @Test("init where nothing can be written says so, and leaves nothing")
  func cannotBegin() throws {
    let outcome = try havenctl("init --config /proc/haven", house: nil)
    #expect(outcome.status == .internalFault)
    #expect(outcome.errors.contains("'/proc/haven' cannot be written"))
  }
}
