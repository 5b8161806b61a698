import HavenCore
import Testing

@testable import HavenConfig

/// What the programs export that families have; the files beside this test are written in their manner.
struct ExportedCalendarTests {
  private func covered(_ name: String, only: String = "") throws -> (dates: [String], told: [String]) {
    let folder = "\(#filePath)".split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Exports"
    let toml = try TemporaryFolder(
      "[household]\ntimezone = \"Europe/London\"\n[[calendar]]\nid = \"c\"\nics = \"\(folder)/\(name).ics\"\n\(only)")
    let configuration = try ConfigurationLoader(directory: toml.path).load()
    let calendar = try #require(configuration.household.calendars.first)
    let first = CivilDate("2026-03-01")!  // a date
    let dates = (0..<92).map { first + $0 }.filter(calendar.contains).map { String($0.description.dropFirst(5)) }
    return (dates, configuration.warnings.map { $0.description.replacing("\(folder)/", with: "") })
  }

  @Test("Google's: an all-day stretch, a weekly hour with one left out and one moved")
  func google() throws {
    let read = try covered("google")
    #expect(
      read.dates == ["03-03", "03-10", "03-25", "03-31", "04-06", "04-07", "04-08", "04-09", "04-10"])
    #expect(read.told == [])
  }

  @Test("Outlook's: zones by its own names, one it made up, and a call over midnight")
  func outlook() throws {
    let read = try covered("outlook")
    #expect(
      read.dates == [
        "03-04", "03-05", "03-11", "03-12", "03-25", "03-26", "04-01", "04-02", "04-21", "05-25", "05-26", "05-27",
        "05-28", "05-29",
      ])
    #expect(read.told == [])
  }

  @Test("Apple's: no description of a zone, long folded parameters, a duration of a day and two hours")
  func apple() throws {
    let read = try covered("apple")
    #expect(read.dates == ["03-01", "04-05", "05-03", "05-10", "05-11"])
    #expect(read.told == [])
  }

  @Test("Nextcloud's: half past midnight in Berlin is the evening before in London")
  func nextcloud() throws {
    let read = try covered("nextcloud")
    #expect(read.dates == ["03-15", "04-15", "04-30", "05-15"])
    #expect(read.told == [])
  }

  @Test("an English school's: everything in one, all-day events written in three ways, and a line that breaks")
  func school() throws {
    let all = try covered("school")
    #expect(all.dates.count == 1 + 12 + 1 + 1 + 5)
    #expect(all.told == [])
    let closed = try covered("school", only: "only = [\"inset\", \"holiday\"]\n")
    #expect(
      closed.dates
        == (30...31).map { "03-\($0)" } + (1...9).map { "04-0\($0)" } + ["04-10", "04-13"]
        + (25...29).map { "05-\($0)" })
  }
}
