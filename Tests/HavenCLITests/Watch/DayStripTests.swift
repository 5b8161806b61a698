import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("The day as a line")
struct DayStripTests {
  @Test("what has begun is filled, what is to come is hollow, and the stroke is now")
  func line() {
    #expect(DayStrip(House.day, now: House.at("12:00").instant)?.text(width: 32) == "07:30 ■■──────┃──────────□ 17:35")
  }

  @Test(
    "before the first step and after the last the stroke stands at an end", arguments: [("06:00", 6), ("23:00", 25)])
  func ends(time: String, place: Int) throws {
    let text = try #require(DayStrip(House.day, now: House.at(time).instant)).text(width: 32)
    #expect(Array(text).firstIndex(of: "┃") == place)
    #expect(text.count == 32)
  }

  @Test("a day of one instant has no line, nor has a screen without room for one")
  func none() {
    var day = House.day
    #expect(DayStrip(day, now: House.at("12:00").instant)?.text(width: 19) == "")
    day.steps = [day.steps[0]]
    #expect(DayStrip(day, now: House.at("12:00").instant) == nil)
  }
}
