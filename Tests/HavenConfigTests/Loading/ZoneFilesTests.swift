import Glibc
import HavenCore
import Testing

@testable import HavenConfig

struct ZoneFilesTests {
  @Test("a zone is read from the system's zone files")
  func london() throws {
    let zone = try loadZone(named: "Europe/London")
    #expect(zone.name == "Europe/London")
    #expect(zone.offset(at: zone.instant(of: CivilDateTime("2026-07-01T12:00")!)) == 3600)  // a moment
  }

  @Test(
    "no name leads out of the zone files",
    arguments: [
      "../zoneinfo/Europe/London", "/usr/share/zoneinfo/Europe/London", "Europe/../Europe/London", "", ".", "Europe/",
      "a\0b",
    ])
  func names(name: String) {
    #expect(throws: ZoneError.unknown(name)) { try loadZone(named: name) }
  }

  @Test("a directory and a file that is no zone are no zones", arguments: ["Europe", "zone1970.tab", "iso3166.tab"])
  func others(name: String) {
    #expect(throws: ZoneError.unknown(name)) { try loadZone(named: name) }
  }

  @Test("/etc/localtime as a link names the zone")
  func link() throws {
    let folder = try TemporaryFolder()
    symlink("/usr/share/zoneinfo/America/Chicago", folder.path + "/localtime")
    #expect(systemZone(localtime: folder.path + "/localtime", timezone: "/none").name == "America/Chicago")
  }

  @Test("a copy is named by /etc/timezone, where that says the truth, else it is 'local'")
  func copy() throws {
    let folder = try TemporaryFolder()
    try folder.write(try readFile("/usr/share/zoneinfo/America/Chicago", limit: 1 << 20), to: "localtime")
    try folder.write("America/Chicago\n", to: "timezone")
    let path = folder.path + "/localtime"
    #expect(systemZone(localtime: path, timezone: folder.path + "/timezone").name == "America/Chicago")
    try folder.write("Europe/London\n", to: "timezone")
    let unnamed = systemZone(localtime: path, timezone: folder.path + "/timezone")
    #expect(unnamed.name == "local")
    #expect(unnamed.offset(at: Instant(seconds: 1_770_000_000)) == -21_600)
  }

  @Test("without a localtime, or with one that is no zone, it is UTC")
  func none() throws {
    let folder = try TemporaryFolder("garbage")
    #expect(systemZone(localtime: "/none", timezone: "/none") == .utc)
    #expect(systemZone(localtime: folder.path + "/haven.toml", timezone: "/none") == .utc)
  }
}
