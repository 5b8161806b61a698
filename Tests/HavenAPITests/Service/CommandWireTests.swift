import HavenCore
import Testing

@testable import HavenAPI

@Suite("Commands over the socket")
struct CommandWireTests {
  static let everyCommand: [Command] = [
    .done(step: "a"), .delay(step: "a", minutes: 10), .skip(step: "a"), .swap(first: "a", second: "b"),
    .late(minutes: 12, child: nil), .late(minutes: 90, child: "a"),
    .snooze(cue: "a", seconds: 300), .answer(cue: "a", .notToday), .retreat(child: "a", on: true),
    .retreat(child: "a", on: false), .mode(.lowDemand, child: nil, age: nil, until: nil),
    .mode(.regression, child: "a", age: 3, until: Instant(seconds: 1_773_162_300)), .hush(seconds: 1800),
    .unsafe(on: true), .tagOut(seconds: nil), .tagOut(seconds: 1200), .tagIn, .tagAnswer(.later), .duty(carer: "a"),
    .handover(Handover(calm: ["a"])),
    .handover(
      Handover(
        calm: ["a"], wobbly: ["b"], hard: ["c"], choices: ["shoes-or-boots"], helped: ["toast"], knows: ["a"],
        meds: .notGiven, level: 3, line: "a good hour")),
    .hard(HardMoment()), .hard(HardMoment(child: "a", size: 3, settle: 0, tags: ["b"], helped: ["c", "d"])),
    .hard(HardMoment(at: Instant(seconds: 1_773_162_300), note: "e")),
    .hardEdit(moment: nil, HardEdit()), .hardDelete(moment: nil), .hardDelete(moment: 7),
    .hardEdit(
      moment: 7,
      HardEdit(
        child: "a", size: 1, settle: 0, tags: [], helped: ["b"], at: Instant(seconds: 1_773_162_300), note: "")),
    .noticed(note: "f"), .fed(child: "a"), .drank(child: "a"), .moved(child: "a"), .nurture(child: "a"), .noticed(),
    .repair, .night(up: true),
    .night(up: false), .boundaryHeld(name: "a"), .balance(.nurture), .capacity(5), .goal(id: "a", .letGo),
    .promiseAdd(id: "a", dueAt: Instant(seconds: 1_773_162_300)), .goal(id: "a", .part, minutes: 10),
    .promiseAdd(id: "a", dueAt: Instant(seconds: 1_773_162_300), on: "nan", note: "on the hill"),
    .promiseMoved(id: "a", dueAt: Instant(seconds: -5)), .promiseKept(id: "a"), .promiseRepaired(id: "a"),
    .respiteBook(
      lane: .solo("a"), from: CivilDateTime("2026-03-21T10:00")!, to: CivilDateTime("2026-03-21T13:00")!),
    .respiteCancel(lane: .sibling("a"), from: CivilDateTime("2026-03-21T10:00")!),
    .respiteTook(lane: .couple, date: CivilDate("2026-03-21")!, minutes: 90, counts: false),
    .respiteTook(lane: .couple, date: CivilDate("2026-03-21")!, minutes: 90, counts: true),
    .respiteTook(lane: .couple, date: CivilDate("2026-03-21")!, minutes: 90, counts: true, shortened: true),
    .respiteCancel(lane: .couple, from: CivilDateTime("2026-03-21T10:00")!, by: .crisis),
    .respiteForgive(lane: .overnight),
    .solve(Worksheet(child: "a", text: "b", words: "c", note: "d", revisit: CivilDate("2026-03-21"))),
    .solveDone(number: 1), .ask(Question(text: "a")), .ask(Question(audience: .coach, text: "a")), .askDone(number: 2),
    .suggestionAccepted(id: "a", changes: [Samples.configChange]), .suggestionUndone(id: "a"),
    .suggestionDismissed(id: "a"),
    .tryBegin(Trial(step: "a", change: .ladder, value: "long")), .tryStop(step: "a"),
    .tryBegin(Trial(step: "a", child: "b", change: .without, value: "10", until: CivilDate("2026-03-21"))),
    .note(Note(text: "a")), .note(Note(child: "a", form: .ofnr, text: "b")), .noteDelete(note: nil),
    .noteDelete(note: 7),
  ]

  @Test("every command is sent by a method and read back the same", arguments: everyCommand)
  func roundTrip(command: Command) throws {
    let sent = try VarlinkCall(message: try VarlinkCall(command, as: "ros").message)
    let (read, carer) = try #require(try sent.command())
    #expect(read == command)
    #expect(carer == "ros")
  }

  @Test("the list above has every command, and every method that does something is a command's")
  func complete() throws {
    let methods = Set(Self.everyCommand.map { $0.wire().method })
    let described = Set(
      InterfaceDescription(InterfaceText.daemon).methods.filter { $0.output == "(act: Act)" }.map(\.name))
    #expect(methods.union(["Undo"]) == described)
  }
}
