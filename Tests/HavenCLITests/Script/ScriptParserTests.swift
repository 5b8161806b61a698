import HavenCore
import Testing

@testable import HavenCLI

@Suite("A simulation's script")
struct ScriptParserTests {
  private static func at(_ text: String, _ zone: Zone = .utc) -> Instant { zone.instant(of: CivilDateTime(text)!) }
  private static let west = Zone(name: "Far/West", fixedOffset: -5 * 3600)

  private static func parser(isZoneFixed: Bool = false) -> ScriptParser {
    ScriptParser(
      from: at("2026-03-10T00:00"), zone: .utc, isZoneFixed: isZoneFixed,
      zoneNamed: { $0 == "Far/West" ? west : nil })
  }

  private func kinds(_ lines: String...) throws -> [ScriptEntry.Kind] {
    try Self.parser().parse(lines.joined(separator: "\n")).map(\.kind)
  }

  @Test("an entry knows its line and its instant; comments and empty lines count as lines")
  func place() throws {
    let entries = try Self.parser().parse("# a day\n\n2026-03-10T17:12 done tea   # early\n  2026-03-10T17:12 !crash\n")
    #expect(
      entries == [
        ScriptEntry(line: 3, at: Self.at("2026-03-10T17:12"), kind: .command(.done(step: "tea"), as: nil)),
        ScriptEntry(line: 4, at: Self.at("2026-03-10T17:12"), kind: .crash),
      ])
  }

  @Test("a command reads as it would be typed, as whoever it says")
  func commands() throws {
    #expect(
      try kinds(
        "2026-03-10T17:12 delay tablet-ends 1h30m --as ros", "2026-03-10T17:12 havenctl --as imani tag out --for 20m",
        "2026-03-10T17:12 undo --as ros", "2026-03-10T17:12 reload")
        == [
          .command(.delay(step: "tablet-ends", minutes: 90), as: "ros"), .command(.tagOut(seconds: 1200), as: "imani"),
          .undo(as: "ros"), .reload,
        ])
  }

  @Test("a moment among the words is counted from the line's own, and may have a T for its space")
  func moments() throws {
    #expect(
      try kinds(
        "2026-03-10T16:00 promise add kite --due 17:30", "2026-03-10T16:00 promise add kite --due 'tomorrow 17:30'",
        "2026-03-10T16:00 promise add kite --due 2026-03-12T17:00", "2026-03-10T16:00 promise add kite --due in 2h")
        == ["2026-03-10T17:30", "2026-03-11T17:30", "2026-03-12T17:00", "2026-03-10T18:00"].map {
          .command(.promiseAdd(id: "kite", dueAt: Self.at($0)), as: nil)
        })
  }

  @Test("things of the world")
  func world() throws {
    let cue = CueID("2026-03-10/tablet-ends/otter/P20")!
    #expect(
      try kinds(
        "2026-03-10T17:00 !suspend 17:08 17:14", "2026-03-10T17:00 !off 17:00 2026-03-11T06:30",
        "2026-03-10T17:00 !clock +2h", "2026-03-10T17:00 !clock -30m", "2026-03-10T17:00 !zone Far/West",
        "2026-03-10T17:00 !lock", "2026-03-10T17:00 !unlock", "2026-03-10T17:00 !inhibit on",
        "2026-03-10T17:00 !inhibit off", "2026-03-10T17:00 !notifier down", "2026-03-10T17:00 !notifier up",
        "2026-03-10T17:00 !answer 2026-03-10/tablet-ends/otter/P20 not-today"
      ).prefix(4)
        == [
          .suspend(from: Self.at("2026-03-10T17:08"), to: Self.at("2026-03-10T17:14")),
          .off(from: Self.at("2026-03-10T17:00"), to: Self.at("2026-03-11T06:30")), .clock(seconds: 7200),
          .clock(seconds: -1800),
        ])
    #expect(
      try kinds(
        "2026-03-10T17:00 !zone Far/West", "2026-03-10T17:00 !lock", "2026-03-10T17:00 !unlock",
        "2026-03-10T17:00 !inhibit on", "2026-03-10T17:00 !inhibit off", "2026-03-10T17:00 !notifier down",
        "2026-03-10T17:00 !notifier up", "2026-03-10T17:00 !answer \(cue) not-today")
        == [
          .zone("Far/West"), .lock, .unlock, .inhibit(true), .inhibit(false), .notifier(isUp: false),
          .notifier(isUp: true), .answer(cue, .notToday),
        ])
  }

  @Test("a new zone counts for the lines below it, unless the household has set its own")
  func zone() throws {
    let script = "2026-03-10T17:00 !zone Far/West\n2026-03-10T17:00 done tea"
    #expect(try Self.parser().parse(script)[1].at == Self.at("2026-03-10T17:00", Self.west))
    #expect(try Self.parser(isZoneFixed: true).parse(script)[1].at == Self.at("2026-03-10T17:00"))
  }

  @Test(
    "every fault names its line and what would be right",
    arguments: [
      ("hello", "'hello' is not a moment; a line begins with one, such as '2026-03-10T17:12'"),
      ("2026-03-10 17:12 done tea", "'2026-03-10' is not a moment; a line begins with one, such as '2026-03-10T17:12'"),
      ("2026-03-10T17:12", "nothing stands behind the moment"),
      ("2026-03-09T23:59 done tea", "'2026-03-09T23:59' is before the simulation begins, at 2026-03-10T00:00"),
      ("2026-03-10T17:12 dome tea", "unknown command 'dome'; did you mean 'havenctl done'?"),
      ("2026-03-10T17:12 done", "missing expected argument '<STEP>'; havenctl done STEP"),
      ("2026-03-10T17:12 delay tea 90s", "'90s' is not whole minutes; write '2m'"),
      ("2026-03-10T17:12 done 'tea", "a ' has no end"),
      ("2026-03-10T17:12 now", "'now' changes nothing, so it has no place in a script"),
      ("2026-03-10T17:12 done --help", "help is for the shell, not for a script"),
      (
        "2026-03-10T17:12 snooze tablet 5m",
        "'tablet' is not a whole cue id; write DATE/STEP/CHILD/RUNG, such as '2026-03-10/tea/otter/5'"
      ),
      ("2026-03-10T17:12 !suspend 17:08 17:14", "'17:08' is before the moment of its line, 17:12"),
      ("2026-03-10T17:00 !suspend 17:08", "'!suspend' takes two times; !suspend 17:08 17:14"),
      (
        "2026-03-10T17:00 !off 21:00 06:30",
        "'06:30' is not after '21:00'; on the next day, write its date: '2026-03-11T06:30'"
      ),
      ("2026-03-10T17:00 !clock 2h", "'2h' has no sign; +2h sets the clock on, -30m sets it back"),
      ("2026-03-10T17:00 !zone Middle/Earth", "there is no time zone 'Middle/Earth'"),
      ("2026-03-10T17:00 !crash now", "'!crash' stands alone"),
      ("2026-03-10T17:00 !inhibit maybe", "'maybe' is neither 'on' nor 'off'"),
      (
        "2026-03-10T17:00 !answer tea done",
        "'tea' is not a whole cue id; write DATE/STEP/CHILD/RUNG, such as '2026-03-10/tea/otter/5'"
      ),
      (
        "2026-03-10T17:00 !answer 2026-03-10/tea/otter/5 maybe",
        "'maybe' is no answer; done|later|not-today|dismiss"
      ),
      (
        "2026-03-10T17:00 !reboot",
        "'!reboot' is nothing that happens; !suspend, !off, !crash, !clock, !zone, !lock, !unlock, !inhibit, !notifier or !answer"
      ),
    ])
  func faults(line: String, text: String) throws {
    let faults = #expect(throws: ScriptFaults.self) { try Self.parser().parse("# first\n\(line)") }
    #expect(faults?.faults.map { $0.description(file: "script") } == ["script:2: error: \(text)"])
  }

  @Test("lines out of order of time are told against the line before")
  func order() {
    let script = "2026-03-10T17:12 done tea\n2026-03-10T17:11 !lock\n2026-03-10T17:13 !unlock"
    let faults = #expect(throws: ScriptFaults.self) { try Self.parser().parse(script) }
    #expect(
      faults?.faults.map { $0.description(file: "s") } == [
        "s:2: error: '2026-03-10T17:11' is before line 1; lines stand in order of time"
      ])
  }

  @Test("all faults are told at once")
  func allAtOnce() {
    let faults = #expect(throws: ScriptFaults.self) {
      try Self.parser().parse("x\n2026-03-10T17:12 !lock\n2026-03-10T17:12 y\nz")
    }
    #expect(faults?.faults.map(\.line) == [1, 3, 4])
  }
}
