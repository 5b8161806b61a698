import Testing

@testable import HavenCore

@Suite("Notes")
struct NoteTests {
  private func house() throws -> House {
    try House(Family(carers: ["ros", "imani"], "18:00 tea  food water"), from: "2026-03-10T10:00")
  }

  @Test("a note is kept by its number, with a gentler word where one judges")
  func kept() throws {
    var house = try house()
    let reply = try house.at("10:01", .note(Note(child: "ot", text: "kicked off at the door")))
    #expect(reply.lines.first == "noted")
    #expect(reply.lines.contains { $0.hasPrefix("'kicked") }, "\(reply.lines)")
    #expect(reply.lines.last == "kept as 1: 'havenctl note delete 1' erases it")
    #expect(house.engine.notes.map(\.note.child) == ["otter"])
    #expect(throws: Refusal.self) { try house.at("10:02", .note(Note(text: " \n"))) }
  }

  @Test("what is erased is gone from the ledger too; undo brings it back for ten minutes")
  func erased() throws {
    var house = try house()
    try house.at("10:01", .note(Note(text: "saw the swans")))
    try house.at("10:02", .noteDelete(note: nil))
    #expect(house.engine.notes.isEmpty)
    #expect(!house.ledger.acts.contains { if case .note = $0.command { true } else { false } })
    try house.undo(at: "10:05")
    #expect(house.engine.notes.map(\.note.text) == ["saw the swans"])
  }

  @Test("four lines of a carer's own are neither shown to nor erased by another")
  func own() throws {
    var house = try house()
    try house.at("10:01", .note(Note(form: .ofnr, text: "Feeling: tired")), by: "ros")
    #expect(throws: Refusal.self) { try house.at("10:02", .noteDelete(note: 1), by: "imani") }
    let privacy = Privacy(household: house.family.household, login: nil)
    let act = try #require(house.engine.lastAct)
    #expect(privacy.owner(of: act) == "ros")
    #expect(!act.command.isHouseholds, "notes stay in their login")
    try house.at("10:03", .noteDelete(note: 1), by: "ros")
    #expect(house.engine.notes.isEmpty)
  }
}
