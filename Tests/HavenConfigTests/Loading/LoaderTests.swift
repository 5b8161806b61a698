import Glibc
import HavenCore
import Testing

@testable import HavenConfig

struct LoaderTests {
  private func failure(_ loader: ConfigurationLoader) -> ConfigurationError? {
    do {
      _ = try loader.load()
      return nil
    } catch {
      return error
    }
  }

  @Test("a directory that is not there, or has no haven.toml, is a config that is missing")
  func missing() throws {
    let folder = try TemporaryFolder()
    #expect(failure(ConfigurationLoader(directory: folder.path)) == .missing(folder.path))
    #expect(failure(ConfigurationLoader(directory: folder.path + "/none")) == .missing(folder.path + "/none"))
    #expect(ConfigurationError.missing("/x").description == "there is no config: '/x/haven.toml' does not exist")
    #expect(ConfigurationError.missing("/x").hint == "havenctl init")
  }

  @Test("a file that cannot be read is told with the reason")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    mkdir(folder.path + "/haven.toml", 0o700)
    #expect(failure(ConfigurationLoader(directory: folder.path)) == .unreadable(folder.path + "/haven.toml", 0))
    #expect(
      ConfigurationError.unreadable("/x/haven.toml", EACCES).description
        == "the config '/x/haven.toml' cannot be read: permission denied")
  }

  @Test("for what must answer all the same, what can be understood of a faulty config is read")
  func despiteFaults() throws {
    let folder = try TemporaryFolder(
      """
      [household]
      country = "GB"
      timezne = "UTC"
      [[support]]
      name = "Auntie Jo"
      kind = "family"
      [[plan]]
      name = "big
      [[support]]
      name = "Sam"
      kind = "practical"
      """)
    let loader = ConfigurationLoader(directory: folder.path, systemZone: { .utc }, language: .english)
    let household = try #require(loader.loadDespiteFaults()).household
    #expect(household.settings.country == "GB")
    #expect(household.supports.map(\.name) == ["Auntie Jo", "Sam"])
    #expect(ConfigurationLoader(directory: folder.path + "/none").loadDespiteFaults() == nil)
  }

  @Test("a named pipe is refused, and nobody waits for a writer")
  func pipe() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder.path + "/haven.toml", 0o600)
    #expect(failure(ConfigurationLoader(directory: folder.path)) == .unreadable(folder.path + "/haven.toml", 0))
  }

  @Test("a file of more than four megabytes is refused")
  func large() throws {
    let folder = try TemporaryFolder(String(repeating: "#", count: ConfigurationLoader.largestFile + 1))
    #expect(failure(ConfigurationLoader(directory: folder.path)) == .unreadable(folder.path + "/haven.toml", 0))
  }

  @Test(
    "a directory that may not be searched is told, as is one whose conf.d may not be listed",
    .enabled(if: getuid() != 0))
  func forbidden() throws {
    let folder = try TemporaryFolder("", ["conf.d/a.toml": ""])
    chmod(folder.path + "/conf.d", 0)
    #expect(failure(ConfigurationLoader(directory: folder.path)) == .unreadable(folder.path + "/conf.d", EACCES))
    chmod(folder.path + "/conf.d", 0o700)
    chmod(folder.path, 0)
    #expect(failure(ConfigurationLoader(directory: folder.path)) == .unreadable(folder.path + "/haven.toml", EACCES))
    chmod(folder.path, 0o700)
  }

  @Test("haven.toml comes first, then conf.d in the order of names, and lists append")
  func order() throws {
    let house = try load(
      "[[child]]\nid = \"a\"\n",
      [
        "conf.d/20-b.toml": "[[child]]\nid = \"c\"\n", "conf.d/10-a.toml": "[[child]]\nid = \"b\"\n",
        "conf.d/B.toml": "[[child]]\nid = \"d\"\n", "conf.d/a.toml": "[[child]]\nid = \"e\"\n",
        "conf.d/x.toml~": "garbage", "conf.d/.#x.toml": "garbage", "conf.d/readme.txt": "garbage",
      ]
    ).household
    #expect(house.children.map(\.id) == ["a", "b", "c", "d", "e"])
  }

  @Test("a day kind of conf.d is tried after those of haven.toml")
  func kinds() throws {
    let house = try load(
      "[[day]]\nid = \"saturday\"\non = \"Sat\"\n",
      ["conf.d/10-party.toml": "[[day]]\nid = \"party\"\ndates = [\"2026-03-14\"]\n"]
    ).household
    #expect(house.dayKinds.map(\.id) == ["saturday", "party"])
  }

  @Test("a key of a single table that is set twice is refused by name, with both places")
  func twice() throws {
    #expect(
      try findings(
        "[household]\ndigest = \"20:30\"\n[mode.sick]\nfuel = 60\n",
        ["conf.d/50-case.toml": "[household]\ndigest = \"20:00\"\ntext = \"generic\"\n[mode.sick]\nfuel = 90\n"]) == [
          "conf.d/50-case.toml:2:1: error: 'digest' of [household] is set already, at haven.toml:2:1; keep one of the two",
          "conf.d/50-case.toml:5:1: error: 'fuel' of [mode.sick] is set already, at haven.toml:4:1; keep one of the two",
        ])
  }

  @Test("all faults of all files are told at once, in order of file and line")
  func everything() throws {
    #expect(
      try findings(
        """
        [[child]]
        id = "otter"
        working-age = "five"
        [[routine]]
        id = "r"
        steps = ["25:00 tea"]
        [household]
        digest = "8pm"
        """,
        [
          "conf.d/2.toml": "[[child]]\nid = \"otter\"\n", "conf.d/1.toml": "[[carer]\nname = \"Ros\"\n",
          "conf.d/3.toml": "[[carer]]\nquiet = \"22:00\"\nname = \"Ros\"\n",
        ]) == [
          "3:15: error: expected a whole number of years, found text; write a whole number from 0 to 25",
          "6:10: error: '25:00' is not a time; hours go from 00 to 23",
          "8:10: error: '8pm' is not a time; write hours and minutes, such as '07:30'",
          "conf.d/1.toml:1:9: error: expected ']', found '\\n' (in a table header)",
          "conf.d/2.toml:2:6: error: the child 'otter' is there already, at haven.toml:2:6; give one of them another id",
          "conf.d/3.toml:2:9: error: '22:00' is not a window; write days and hours, such as 'Tue, Thu 06:30-20:00' or '21:30-06:30'",
        ])
  }

  @Test("an empty config is a household with one carer, 'me', in the system's zone")
  func empty() throws {
    let configuration = try load("")
    #expect(configuration.household == Household())
    #expect(configuration.zone == .utc)
    #expect(configuration.warnings == [])
  }

  @Test("every file that was read is named, and the directories too, so that a change can be seen")
  func files() throws {
    let folder = try TemporaryFolder(
      "[[calendar]]\nid = \"c\"\nics = \"a.ics\"\n", ["conf.d/x.toml": "", "a.ics": "BEGIN:VCALENDAR\nEND:VCALENDAR\n"])
    let files = try ConfigurationLoader(directory: folder.path, systemZone: { .utc }).load().files
    #expect(
      files.map { $0.replacing(folder.path, with: "") } == ["", "/haven.toml", "/conf.d", "/conf.d/x.toml", "/a.ics"])
  }

  @Test("a single file is read as a whole config, wherever it is, without conf.d")
  func single() throws {
    let folder = try TemporaryFolder(
      "garbage", ["try.toml": "[[child]]\nid = \"otter\"\n", "conf.d/x.toml": "garbage"])
    let loader = ConfigurationLoader(directory: folder.path, systemZone: { .utc })
    #expect(try loader.load(file: folder.path + "/try.toml").household.children.map(\.id) == ["otter"])
    #expect(throws: ConfigurationError.unreadable(folder.path + "/none.toml", ENOENT)) {
      try loader.load(file: folder.path + "/none.toml")
    }
  }

  @Test("a reload that fails leaves what was loaded as it was")
  func reload() throws {
    let folder = try TemporaryFolder("[[child]]\nid = \"otter\"\n")
    let loader = ConfigurationLoader(directory: folder.path, systemZone: { .utc })
    let before = try loader.load()
    try folder.write("[[child]]\nid = \"Otter\"\n", to: "haven.toml")
    #expect(throws: ConfigurationError.self) { try loader.load() }
    #expect(before.household.children.map(\.id) == ["otter"])
  }
}
