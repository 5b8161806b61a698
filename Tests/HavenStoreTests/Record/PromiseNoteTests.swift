import FoundationEssentials
import HavenCore
import Testing

@testable import HavenStore

@Suite("The words of a promise, kept no longer than others")
struct PromiseNoteTests {
  private func promise(_ id: String, note: String?) -> Command {
    .promiseAdd(id: id, dueAt: teatime + day, on: "nan", note: note)
  }

  private func acts(_ ledger: SQLiteLedger) throws -> [Command] {
    try ledger.acts(from: .distantPast, to: .distantFuture).map(\.command)
  }

  @Test("after the time that details are kept the promise stays, and its words go")
  func retention() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit([.act(act(1, promise("kite", note: "quietsecret")))], at: teatime)
    #expect(try ledger.countOldestWeek(before: tuesday + 6, zone: .utc) != nil)
    #expect(try acts(ledger) == [promise("kite", note: "")])
  }

  @Test("a child who is erased goes out of the words about others, and their own promises go whole")
  func purge() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit(
      [
        .act(act(1, promise("kite", note: "otter and wren fly it"))), .act(act(2, promise("otter-swim", note: "pool"))),
        .act(act(3, .respiteBook(lane: .sibling("otter"), from: moment(10), to: moment(11)))),
      ], at: teatime)
    _ = try ledger.erase(NameMention("otter", others: ["otter", "wren"]), recent: tuesday)
    #expect(try acts(ledger) == [promise("kite", note: "another child and wren fly it")])
  }

  @Test(
    "what an earlier Haven wrote is read as it was meant",
    arguments: [
      (#"{"goal":{"_1":"let-go","id":"walk"}}"#, Command.goal(id: "walk", .letGo)),
      (#"{"promiseKept":{"id":"kite"}}"#, .promiseKept(id: "kite")),
    ])
  func earlier(json: String, command: Command) throws {
    #expect(try JSONDecoder().decode(Command.self, from: Data(json.utf8)) == command)
  }

  @Test("a promise, a booking and a time taken of an earlier Haven have none of the newer fields")
  func bare() throws {
    for command in [
      promiseBare, .respiteCancel(lane: .couple, from: moment(9)),
      .respiteTook(lane: .couple, date: tuesday, minutes: 60, counts: true),
    ] {
      let json = try CommandText(command).json
      #expect(!json.contains("note") && !json.contains("\"by\"") && !json.contains("shortened"))
      #expect(try JSONDecoder().decode(Command.self, from: Data(json.utf8)) == command)
    }
  }

  private var promiseBare: Command { .promiseAdd(id: "kite", dueAt: teatime) }

  private func moment(_ hour: Int) -> CivilDateTime {
    CivilDateTime(date: tuesday, time: TimeOfDay(seconds: hour * 3600))
  }
}
