import HavenConfig
import HavenCore
import Testing

@testable import HavenDaemon

@Suite struct DemoTests {
  @Test(
    "at any minute of the day, the demo is a config without a fault, with a cue within a minute",
    arguments: [0, 9 * 60 + 30, 23 * 60 + 40])
  func isWhole(minute: Int) throws {
    let folder = try TemporaryFolder()
    let start = CivilDateTime(date: CivilDate("2026-03-10")!, time: TimeOfDay(seconds: minute * 60 + 40))
    try folder.write(DemoHousehold(start: start).text, to: "haven.toml")
    let configuration = try ConfigurationLoader(directory: folder.path, systemZone: { .utc }).load()
    #expect(configuration.warnings.map(\.description) == [])
    let now = Zone.utc.instant(of: start)
    var engine = Engine(household: configuration.household, zone: .utc, now: now)
    let next = engine.nextCue(for: "robin", after: now)
    let cue = try #require(next)
    #expect(cue.at - now <= 60)
    #expect(engine.plan(for: start.date).cues.count == 7)
  }
}
