import Testing

@testable import HavenCore

@Suite("Worksheets and questions")
struct CalmHourTests {
  private func house() throws -> House {
    var family = try Family("18:00 tea  food water")
    try family.add(goal: "therapy") {
      $0.appointment = Goal.Appointment(start: try civil("2026-03-11T11:00"), rule: nil)
    }
    return try House(family, from: "2026-03-10T10:00")
  }
  private let sheet = Worksheet(
    child: "ot", text: "the light", words: "sleep", note: "a lamp", revisit: CivilDate("2026-03-14"))

  @Test("a worksheet is numbered, kept until it is done, and due on its date")
  func kept() throws {
    var house = try house()
    try house.at("10:01", .solve(sheet))
    try house.at("10:02", .solve(sheet))
    #expect(house.engine.worksheets.map(\.sheet.number) == [1, 2])
    #expect(house.engine.worksheets.map(\.sheet.child) == ["otter", "otter"])
    #expect(house.engine.worksheetsDue(on: CivilDate("2026-03-14")!) == 2)  // a date
    try house.at("10:03", .solveDone(number: 1))
    #expect(house.engine.worksheets.map(\.sheet.number) == [2])
    try house.undo(at: "10:04")
    #expect(house.engine.worksheets.map(\.sheet.number) == [1, 2])
    #expect(throws: Refusal.self) { try house.at("10:05", .solveDone(number: 7)) }
  }

  @Test("not in the hour after a hard moment, and not on a soft day")
  func calm() throws {
    var house = try house()
    try house.at("10:01", .hard(HardMoment(child: "otter")))
    let refusal = #expect(throws: Refusal.self) { try house.at("10:30", .solve(sheet)) }
    #expect(refusal?.text == "a hard moment was less than an hour ago; this is for a calm hour")
    #expect(refusal?.hint == "after 11:01, or another day: havenctl solve otter")
    try house.at("11:01", .solve(sheet))
    try house.at("11:02", .mode(.lowDemand, child: "otter", age: nil, until: nil))
    #expect(throws: Refusal.self) { try house.at("11:03", .solve(sheet)) }
  }

  @Test("questions are their carer's, and an appointment brings them to mind a day before")
  func questions() throws {
    var house = try house()
    try house.at("10:01", .ask(Question(audience: .therapist, text: "how long?")))
    #expect(house.engine.questions(of: "ros").map(\.question.number) == [1])
    #expect(house.engine.questions(of: "imani").isEmpty)
    #expect(!house.engine.hasAppointmentSoon("ros", at: house.now))
    try house.run(to: "11:00")
    #expect(house.engine.hasAppointmentSoon("ros", at: house.now))
    try house.at("11:01", .askDone(number: 1))
    #expect(house.engine.questions(of: "ros").isEmpty)
  }
}
