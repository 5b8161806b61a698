import HavenCore
import Testing

@testable import HavenConfig

struct LoadLintTests {
  private let monday = CivilDate("2026-03-09")!  // a date

  @Test("more than eight notifications to one carer in an hour are told once, at their worst")
  func anHour() throws {
    let harbour = String(
      decoding: try readFile("\(checkout)/etc/examples/harbour/haven.toml", limit: 1 << 20), as: UTF8.self)
    let start = try #require(harbour.firstRange(of: "id         = \"wren-lights-out\""))
    let changed =
      harbour[..<start.lowerBound]
      + harbour[start.lowerBound...].replacing(
        "transition = \"easy\"", with: "transition = \"normal\"", maxReplacements: 1)
    let told = try load(String(changed)).loadWarnings(from: monday, days: 7)
    #expect(told.count >= 1)
    #expect(told[0].text.contains("9 notifications to 'ros' in the hour from 19:35 on"), "\(told)")
    #expect(told[0].line > 0)
  }

  @Test("more than six changes with warnings for one child on a date are told")
  func changes() throws {
    let steps = (8...14).map { "\"\($0 < 10 ? "0" : "")\($0):00 step \($0), easy\"" }.joined(separator: ", ")
    let told = try load("[[child]]\nid = \"otter\"\nworking-age = 9\n[[routine]]\nid = \"r\"\nsteps = [\(steps)]\n")
      .loadWarnings(from: monday, days: 7)
    #expect(
      told.map { "\($0.line): \($0.text)" } == [
        "6: 'otter' has 7 changes with warnings on Mon 2026-03-09, and too many on 6 more dates"
      ])
  }
}
