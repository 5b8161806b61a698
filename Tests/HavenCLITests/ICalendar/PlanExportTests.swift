import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("export --ics")
struct PlanExportTests {
  @Test("the plan of four weeks, asked date by date, as bytes with the line ends that the format wants")
  func plan() throws {
    let house = FakeHouse()
    let outcome = try havenctl("export --ics", house: house)
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
    #expect(house.asked.filter { $0.hasPrefix("day ") }.count == 28)
  }

  @Test("dates the wrong way round, more than a year, and a child's record beside it are refused")
  func refused() throws {
    for words in [
      "export --ics --from 2026-03-12 --to 2026-03-11", "export --ics --to 2028-01-01", "export --ics --child otter",
    ] {
      #expect(try havenctl(words, house: FakeHouse()).status == .usage, "\(words)")
    }
  }

  @Test("--json has the file as a text, with its dates")
  func json() throws {
    let outcome = try havenctl("export --ics --from 2026-03-10 --to 2026-03-11 --json", house: FakeHouse())
    #expect(outcome.output.hasPrefix(#"{"version":1,"kind":"calendar","from":"2026-03-10","#))
    #expect(outcome.output.contains(#""ics":"BEGIN:VCALENDAR\r\n"#))
  }
}
