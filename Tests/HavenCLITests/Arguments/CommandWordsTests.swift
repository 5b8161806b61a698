import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("Commands as they are typed")
struct CommandWordsTests {
  private static func at(_ text: String) -> Instant { Zone.utc.instant(of: CivilDateTime(text)!) }

  /// Every command that does something, and what it means.
  static let table: [(words: String, command: Command)] = [
    ("done tablet-ends", .done(step: "tablet-ends")),
    ("delay tablet-ends 10m", .delay(step: "tablet-ends", minutes: 10)),
    ("late 12m", .late(minutes: 12, child: nil)),
    ("late 10m --child otter", .late(minutes: 10, child: "otter")),
    ("skip hair", .skip(step: "hair")),
    ("swap bath story", .swap(first: "bath", second: "story")),
    ("snooze 2026-03-10/tea/otter/5 90s", .snooze(cue: "2026-03-10/tea/otter/5", seconds: 90)),
    ("answer 2026-03-10/tea/otter/5 later", .answer(cue: "2026-03-10/tea/otter/5", .later)),
    ("retreat otter on", .retreat(child: "otter", on: true)),
    ("retreat otter off", .retreat(child: "otter", on: false)),
    ("mode low-demand", .mode(.lowDemand, child: nil, age: nil, until: nil)),
    ("mode regression otter --age 3", .mode(.regression, child: "otter", age: 3, until: nil)),
    (
      "mode sick wren --until 2026-03-12T08:00",
      .mode(.sick, child: "wren", age: nil, until: at("2026-03-12T08:00"))
    ),
    ("mode ordinary", .mode(.ordinary, child: nil, age: nil, until: nil)),
    ("try bath --ladder long", .tryBegin(Trial(step: "bath", change: .ladder, value: "long"))),
    (
      "try bath --minutes 30 --child otter --until 2026-03-24",
      .tryBegin(Trial(step: "bath", child: "otter", change: .minutes, value: "30", until: CivilDate("2026-03-24")))
    ),
    ("try bath --without L2", .tryBegin(Trial(step: "bath", change: .without, value: "L2"))),
    ("try stop bath", .tryStop(step: "bath")),
    ("note delete", .noteDelete(note: nil)),
    ("note delete 7", .noteDelete(note: 7)),
    ("hush 10m", .hush(seconds: 600)),
    ("unsafe on", .unsafe(on: true)),
    ("unsafe off", .unsafe(on: false)),
    ("tag out", .tagOut(seconds: nil)),
    ("tag out --for 20m", .tagOut(seconds: 1200)),
    ("tag in", .tagIn),
    ("tag answer yes", .tagAnswer(.yes)),
    ("duty ros", .duty(carer: "ros")),
    (
      "handover --calm wren --wobbly otter --choice shoes-or-boots --helped toast --knows otter --meds given --level 3",
      .handover(
        Handover(
          calm: ["wren"], wobbly: ["otter"], choices: ["shoes-or-boots"], helped: ["toast"], knows: ["otter"],
          meds: .given, level: 3))
    ),
    ("hard --size 2", .hard(HardMoment())),
    (
      "hard --child otter --size 3 --settle 25m --tag hungry --tag change --helped trampoline",
      .hard(HardMoment(child: "otter", size: 3, settle: 25, tags: ["hungry", "change"], helped: ["trampoline"]))
    ),
    ("hard --size 1 --at 2026-03-10T15:40", .hard(HardMoment(size: 1, at: at("2026-03-10T15:40")))),
    (
      "hard edit 41 --child otter --size 3 --settle 5m --at 2026-03-10T15:40 --tag tired --helped tea",
      .hardEdit(
        moment: 41,
        HardEdit(child: "otter", size: 3, settle: 5, tags: ["tired"], helped: ["tea"], at: at("2026-03-10T15:40")))
    ),
    ("hard delete 41", .hardDelete(moment: 41)),
    ("hard delete", .hardDelete(moment: nil)),
    ("fed otter", .fed(child: "otter")),
    ("drank otter", .drank(child: "otter")),
    ("moved otter", .moved(child: "otter")),
    ("nurture otter", .nurture(child: "otter")),
    ("noticed", .noticed()),
    ("repair", .repair),
    ("night up", .night(up: true)),
    ("night down", .night(up: false)),
    ("boundary held hands", .boundaryHeld(name: "hands")),
    ("balance even", .balance(.even)),
    ("capacity 2", .capacity(2)),
    ("goal let-go walk", .goal(id: "walk", .letGo)),
    ("goal part walk --minutes 10", .goal(id: "walk", .part, minutes: 10)),
    ("promise add kite --due 2026-03-10T17:30", .promiseAdd(id: "kite", dueAt: at("2026-03-10T17:30"))),
    (
      "promise add kite --due 2026-03-10T17:30 --on nan",
      .promiseAdd(id: "kite", dueAt: at("2026-03-10T17:30"), on: "nan")
    ),
    ("promise moved kite --due 2026-03-11T17:30", .promiseMoved(id: "kite", dueAt: at("2026-03-11T17:30"))),
    ("promise kept kite", .promiseKept(id: "kite")),
    ("promise repaired kite", .promiseRepaired(id: "kite")),
    (
      "respite book solo:ros 2026-03-21T10:00/2026-03-21T13:00",
      .respiteBook(
        lane: .solo("ros"), from: CivilDateTime("2026-03-21T10:00")!, to: CivilDateTime("2026-03-21T13:00")!)
    ),
    ("respite cancel couple 2026-03-21T10:00", .respiteCancel(lane: .couple, from: CivilDateTime("2026-03-21T10:00")!)),
    (
      "respite took sibling:finch 90m --on 2026-03-09",
      .respiteTook(lane: .sibling("finch"), date: CivilDate("2026-03-09")!, minutes: 90, counts: true)
    ),
    (
      "respite took couple 60m --on 2026-03-10 --at-home",
      .respiteTook(lane: .couple, date: CivilDate("2026-03-10")!, minutes: 60, counts: false)
    ),
    (
      "respite took couple 45m --on 2026-03-10 --shortened",
      .respiteTook(lane: .couple, date: CivilDate("2026-03-10")!, minutes: 45, counts: true, shortened: true)
    ),
    (
      "respite cancel couple 2026-03-21T10:00 --by sitter",
      .respiteCancel(lane: .couple, from: CivilDateTime("2026-03-21T10:00")!, by: .sitter)
    ),
    ("respite forgive overnight", .respiteForgive(lane: .overnight)),
  ]

  private func parse(_ words: String) throws -> CommandWords.Meaning {
    try CommandWords.parse(try ShellWords.split(words), now: Self.at("2026-03-10T16:00"), zone: .utc)
  }

  @Test("every command is read as what it says", arguments: table.indices)
  func reads(index: Int) throws {
    let (words, command) = Self.table[index]
    #expect(try parse(words) == .command(command, as: nil))
  }

  @Test("every command is written as it would be typed", arguments: table.indices)
  func writes(index: Int) {
    let (words, command) = Self.table[index]
    #expect(command.words(in: .utc).joined(separator: " ") == words)
  }

  @Test(
    "shorter ways to say it",
    arguments: [
      ("hush", Command.hush(seconds: 1800)),
      ("hard", .hard(HardMoment())),
      ("hard --settle 10", .hard(HardMoment(settle: 10))),
      ("hard edit last --size 1", .hardEdit(moment: nil, HardEdit(size: 1))),
      ("hard delete last", .hardDelete(moment: nil)),
      ("hard --at 15:40", .hard(HardMoment(at: at("2026-03-10T15:40")))),
      ("hard --at 20m ago", .hard(HardMoment(at: at("2026-03-10T15:40")))),
      ("delay tea 1h", .delay(step: "tea", minutes: 60)),
      ("goal done walk --minutes 1h30m", .goal(id: "walk", .done, minutes: 90)),
      (
        "respite took couple 1h", .respiteTook(lane: .couple, date: CivilDate("2026-03-10")!, minutes: 60, counts: true)
      ),
      (
        "mode low-demand --until tomorrow 08:00", .mode(.lowDemand, child: nil, age: nil, until: at("2026-03-11T08:00"))
      ),
      (
        "respite book overnight 'Fri 18:00/Sun 17:00'",
        .respiteBook(lane: .overnight, from: CivilDateTime("2026-03-13T18:00")!, to: CivilDateTime("2026-03-15T17:00")!)
      ),
    ])
  func shorter(words: String, command: Command) throws { #expect(try parse(words) == .command(command, as: nil)) }

  @Test(
    "global options stand before the name, behind it, or in between, with a space or a =",
    arguments: [
      "tag out --as ros", "--as ros tag out", "tag --as ros out", "--as=ros --json tag out",
      "--color never tag out --as ros",
    ])
  func globals(words: String) throws { #expect(try parse(words) == .command(.tagOut(seconds: nil), as: "ros")) }

  @Test(
    "what cannot be read is told in one form, with what to type next",
    arguments: [
      ("", "'now' changes nothing, so it has no place in a script", nil),
      ("dealy tea 5m", "unknown command 'dealy'", "did you mean 'havenctl delay'?"),
      ("zzzzzz", "unknown command 'zzzzzz'", "havenctl help"),
      ("tag", "'tag' needs another word", "havenctl tag out, havenctl tag in, havenctl tag answer"),
      ("tag up", "unknown command 'tag up'", "havenctl tag out, havenctl tag in, havenctl tag answer"),
      ("done", "missing expected argument '<STEP>'", "havenctl done STEP"),
      ("done tea bath", "unexpected argument 'bath'", "havenctl done STEP"),
      ("done tea --jsom", "unknown option '--jsom'", "did you mean '--json'?"),
      ("delay tea 0m", "'0m' is no time at all", nil),
      ("capacity 6", "'6' is not from 1 to 5", nil),
      ("hard edit", "nothing to change", "havenctl hard edit --tag tired --helped tea"),
      ("hard edit latest --size 1", "'latest' is not a hard moment's number", "havenctl hard list"),
      (
        "hard --tag '12:00?'", "'12:00?' is not a tag", "one word, or a few with hyphens; more goes into --note"
      ),
      ("hard --size 4", "'4' is not a size", "1 wobble, 2 hard, 3 unsafe"),
      ("mode low-demand --age 99", "'99' is not an age to go by", nil),
      (
        "respite forgive holiday", "'holiday' is not a lane",
        "write 'solo:CARER', 'couple', 'sibling:CHILD' or 'overnight'"
      ),
      (
        "respite book couple 2026-03-21T13:00/2026-03-21T10:00",
        "'2026-03-21T13:00/2026-03-21T10:00' ends before it begins", "write the earlier moment first"
      ),
      (
        "promise add kite", "missing expected argument '--due <WHEN>'",
        "havenctl promise add ID --due WHEN [--on PERSON] [--note -]"
      ),
    ] as [(String, String, String?)])
  func refused(words: String, text: String, hint: String?) {
    let failure = #expect(throws: CommandFailure.self) { try parse(words) }
    #expect(failure == CommandFailure(.usage, text, hint: hint))
  }

  @Test("a duration without a unit is told how to write it", arguments: ["10", "ten", "10x", "-5m"])
  func durations(text: String) {
    let failure = #expect(throws: CommandFailure.self) { try parse("delay tea -- \(text)") }
    #expect(failure?.text == "'\(text)' is not a duration")
    #expect(failure?.hint != nil)
  }

  @Test("a value that is none of a few is told which there are")
  func choices() {
    let failure = #expect(throws: CommandFailure.self) { try parse("tag answer maybe") }
    let said = "\(failure?.text ?? "") \(failure?.hint ?? "")"
    #expect(said.contains("'maybe'"))
    #expect(said.contains("'later'"))
  }
}
