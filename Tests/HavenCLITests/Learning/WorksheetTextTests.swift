import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("solve")
struct WorksheetTextTests {
  @Test("what stands behind or below a heading is under it")
  func parsed() throws {
    let text =
      "Their concern: the light\nMy concern:\n  sleep\n\nA plan we can both do:\na lamp\nthe door ajar\nLook again on: Sat\n"
    let sheet = try WorksheetText(parsing: text)
    #expect(sheet.concern == "the light")
    #expect(sheet.worry == "sleep")
    #expect(sheet.plan == "a lamp\nthe door ajar")
    #expect(sheet.date == "Sat")
  }

  @Test("nothing written is nothing kept, and words without a heading are asked for one")
  func refused() {
    #expect(throws: CommandFailure(.no, "nothing was written, nothing is kept")) {
      try WorksheetText(parsing: WorksheetText.empty)
    }
    #expect(throws: CommandFailure.self) { try WorksheetText(parsing: "the light") }
  }

  @Test("in no calm hour no editor is opened")
  func notNow() throws {
    let house = FakeHouse()
    house.worksheetsView.notNow = "a soft day asks for no solving"
    let outcome = try havenctl("solve otter", house: house)
    #expect(outcome.status == .no)
    #expect(outcome.errors == "havenctl: a soft day asks for no solving\n")
    #expect(house.asked == ["worksheets otter"])
  }
}
