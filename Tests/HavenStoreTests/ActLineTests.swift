import HavenCore
import Testing

@testable import HavenStore

@Suite("A line of another login's act file")
struct ActLineTests {
  private func line(at: String = "1773162900", minutes: String = "10", id: String = "17") -> String {
    #"{"at":\#(at),"by":"ros","command":{"delay":{"minutes":\#(minutes),"step":"bath"}},"date":"2026-03-10","id":\#(id),"version":1}"#
  }

  @Test("an act is read as it was written")
  func act() throws {
    let act = Act(
      id: 17, at: Instant(seconds: 1_773_162_900), date: try #require(CivilDate("2026-03-10")), by: "ros",
      command: .delay(step: "bath", minutes: 10))
    #expect(ActLine(line().utf8) == .act(act))
    #expect(ActLine(try #require(ActLine.act(act).text).dropLast()) == .act(act))
  }

  // Once, the smallest instant there is stopped the other login's havend: the engine subtracts from it.
  @Test(
    "a number that no household has makes it no line",
    arguments: ["9223372036854775807", "-9223372036854775808", "1000000000000", "1e18", "1E3"])
  func longNumbers(number: String) {
    #expect(ActLine(line(at: number).utf8) == nil)
    #expect(ActLine(line(minutes: number).utf8) == nil)
    #expect(ActLine(line(id: number).utf8) == nil)
    #expect(ActLine("{\"at\":\(number),\"undo\":17,\"version\":1}".utf8) == nil)
  }
}
