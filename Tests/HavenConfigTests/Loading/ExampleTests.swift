import HavenCore
import Testing

@testable import HavenConfig

/// The families in `etc/examples` are what a newcomer copies from: they load, and nothing is said against them.
struct ExampleTests {
  @Test("every example loads without a warning", arguments: ["first", "harbour", "mill-street"])
  func loads(name: String) throws {
    let folder = try TemporaryFolder(copyOf: "\(checkout)/etc/examples/\(name)")
    let configuration = try ConfigurationLoader(directory: folder.path).load()
    #expect(configuration.warnings.map(\.description) == [])
    #expect(configuration.loadWarnings(from: CivilDate("2026-03-02")!).map(\.description) == [])  // a date
  }

  @Test("the starter that 'init' writes loads without a warning")
  func starter() throws {
    let configuration = try load(StarterConfiguration.text)
    #expect(configuration.warnings.map(\.description) == [])
    #expect(configuration.loadWarnings(from: CivilDate("2026-03-02")!).map(\.description) == [])  // a date
    #expect(configuration.household.routines.map(\.id) == ["school-morning", "weekend-morning", "evening"])
  }

  @Test("the starter in the program is etc/haven.toml, byte for byte")
  func sameStarter() throws {
    #expect(
      StarterConfiguration.text
        == String(decoding: try readFile("\(checkout)/etc/haven.toml", limit: 1 << 16), as: UTF8.self))
  }

  @Test("the harbour family is read whole")
  func harbour() throws {
    let house = try ConfigurationLoader(directory: "\(checkout)/etc/examples/harbour").load().household
    #expect(house.carers.map(\.id) == ["ros", "imani"])
    #expect(house.children.map(\.id) == ["otter", "wren", "finch"])
    #expect(house.dayKinds.map(\.id) == ["holiday", "match-sunday", "saturday", "sunday", "school-day"])
    #expect(house.goals.count == 8)
    #expect(house.respite.map(\.lane.description) == ["solo:ros", "solo:imani", "couple", "sibling:finch"])
  }

  @Test("the Mill Street family's teacher days come from their .ics file")
  func millStreet() throws {
    let configuration = try ConfigurationLoader(directory: "\(checkout)/etc/examples/mill-street").load()
    let calendar = try #require(configuration.household.calendars.last)
    let covered = (0..<120).map { CivilDate("2026-03-01")! + $0 }.filter(calendar.contains).map(\.description)
    #expect(covered == ["2026-04-06", "2026-04-07", "2026-05-22"])
    #expect(configuration.files.contains { $0.hasSuffix("/teacher-days.ics") })
  }
}
