import HavenCore
import Testing

@testable import HavenAPI

@Suite("What is told of one child")
struct RecordViewTests {
  private static let otter = NameMention("otter", others: ["otter", "wren"])

  private static func record(_ command: Command) -> RecordView? {
    let at = Samples.at("17:12").instant
    return RecordView(
      Act(id: 1, at: at, date: CivilDate("2026-03-10")!, by: "ros", command: command),  // a literal
      about: otter, zone: Samples.zone)
  }

  @Test("their hard moments, nurture, soft days, promises that name them, their respite; and what was everybody's")
  func theirs() {
    let due = Samples.at("18:00").instant
    let theirs: [Command] = [
      .hard(HardMoment(child: "otter")), .hard(HardMoment()), .nurture(child: "otter"), .noticed(),
      .mode(.sick, child: "otter", age: nil, until: nil), .mode(.lowDemand, child: nil, age: nil, until: nil),
      .promiseAdd(id: "otter-swim", dueAt: due), .promiseKept(id: "otter-swim"),
      .respiteTook(lane: .sibling("otter"), date: CivilDate("2026-03-10")!, minutes: 60, counts: true),  // a literal
    ]
    for command in theirs { #expect(Self.record(command) != nil, "\(command)") }
  }

  @Test("nothing of another child's, and nothing of a carer's")
  func others() {
    let others: [Command] = [
      .hard(HardMoment(child: "wren")), .nurture(child: "wren"), .mode(.sick, child: "wren", age: nil, until: nil),
      .promiseKept(id: "wren-swim"), .capacity(2), .goal(id: "walk", .done), .done(step: "tea"), .fed(child: "otter"),
    ]
    for command in others { #expect(Self.record(command) == nil, "\(command)") }
  }

  @Test("a hard moment has its change, its size, how long it took to settle, what lay underneath and what helped")
  func hard() {
    let moment = HardMoment(
      child: "otter", size: 3, settle: 20, tags: ["tired"], helped: ["food"], at: Samples.at("16:50").instant,
      step: "tea", note: "left the room")
    let record = Self.record(.hard(moment))
    #expect(record?.what == .hard)
    #expect(record?.at == Samples.at("16:50"))
    #expect([record?.step, record?.note] == ["tea", "left the room"])
    #expect([record?.size, record?.settle] == [3, 20])
    #expect([record?.tags, record?.helped] == [["tired"], ["food"]])
  }

  @Test("for a meeting no carer and no other child is named")
  func meeting() {
    var record = RecordView(.hard, at: Samples.at("17:12"), by: "ros")
    record.note = "Ros and Wren went out, otter stayed"
    let told = record.forMeeting([(NameMention("wren"), "another child"), (NameMention("Ros"), "a carer")])
    #expect(told.by == nil)
    #expect(told.note == "a carer and another child went out, otter stayed")
  }

  @Test("with more, a long answer comes in pieces, each asking for the next")
  func pieces() throws {
    let service = FakeService()
    service.hasMore = true
    let call = VarlinkCall("io.haven.Daemon.Export", parameters: Array(#"{"child":"otter"}"#.utf8), more: true)
    guard case .piece(let reply, let rest) = VarlinkDispatch.answer(call, service) else {
      Issue.record("one piece is not all")
      return
    }
    #expect(reply.continues)
    #expect(String(decoding: rest.parameters, as: UTF8.self) == #"{"child":"otter","after":"a200"}"#)
    guard case .reply(let last) = VarlinkDispatch.answer(rest, service) else {
      Issue.record("the second piece is the last")
      return
    }
    #expect(!last.continues)
  }
}
