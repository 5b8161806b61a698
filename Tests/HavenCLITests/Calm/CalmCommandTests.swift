import HavenCore
import Testing

@testable import HavenCLI

@Suite("Calm commands: with the daemon dead, and whatever the config is")
struct CalmCommandTests {
  private let harbour = "--config \(Folder.example("harbour"))"
  private static let commands = ["breathe", "help-now", "card", "card food", "card --week", "safe", "night"]

  @Test("they answer with neither daemon nor config", arguments: commands)
  func nothing(command: String) throws {
    for environment in [[:], ["HOME": "/nowhere"], ["XDG_CONFIG_HOME": "/nowhere"]] as [[String: String]] {
      let outcome = try havenctl(command, house: nil, environment: environment)
      #expect(outcome.status == .success, "\(command): \(outcome.errors)")
      #expect(!outcome.output.isEmpty)
    }
  }

  @Test("they answer from what can be read of a config with a fault, and say so", arguments: commands)
  func faulty(command: String) throws {
    let folder = try Folder()
    _ = try folder.write(
      """
      [household]
      country = "GB"
      timezne = "UTC"
      [[child]]
      id = "otter"
      [[support]]
      name = "Auntie Jo"
      kind = "family"
      how = "text any time"
      [[plan]]
      name = "if it gets too big"
      do = ["Otter: den"]
      """, to: "haven.toml")
    let outcome = try havenctl("\(command) --config \(folder.path)", house: nil)
    #expect(outcome.status == .success)
    if command == "help-now" || command == "safe" {
      #expect(outcome.output.contains("Auntie Jo: text any time"))
      #expect(outcome.errors == "havenctl: the config has a fault, so some of it may be missing here: havenctl check\n")
    }
    if command == "help-now" { #expect(outcome.output.contains("999")) }
    if command == "safe" { #expect(outcome.output.contains("Otter: den")) }
  }

  @Test("a config that is no TOML at all is no reason to be silent", arguments: commands)
  func noToml(command: String) throws {
    let folder = try Folder()
    _ = try folder.write("\u{0}\u{1}[[[[", to: "haven.toml")
    let outcome = try havenctl("\(command) --config \(folder.path)", house: nil)
    #expect(outcome.status == .success)
    #expect(!outcome.output.isEmpty)
  }

  @Test("forty columns hold every line, and help-now stays at fifteen", arguments: commands)
  func narrow(command: String) throws {
    let outcome = try havenctl("\(command) \(harbour)", house: nil, width: 40)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for line in lines { #expect(line.count <= 40, "\(line)") }
    if command == "help-now" { #expect(lines.count <= 15) }
  }

  @Test("with --discreet no alias is on the screen", arguments: commands + ["support"])
  func discreet(command: String) throws {
    let outcome = try havenctl("\(command) --discreet \(harbour)", house: nil)
    for alias in ["otter", "wren", "finch"] {
      #expect(!outcome.output.lowercased().contains(alias), "\(outcome.output)")
    }
  }

  @Test("help-now has the family's own people before its country's lines, and says what Haven cannot do")
  func helpNow() throws {
    let output = try havenctl("help-now \(harbour)", house: nil).output
    #expect(output.hasPrefix("In immediate danger: call 999.\nYour own people:\n"))
    #expect(output.hasSuffix("Haven can't call anyone and isn't watching.\n"))
    let jo = try #require(output.firstRange(of: "Auntie Jo"))
    let samaritans = try #require(output.firstRange(of: "Samaritans: call 116 123"))
    #expect(jo.lowerBound < samaritans.lowerBound)
  }

  @Test("safe says where each child goes, and whom to call")
  func safe() throws {
    #expect(
      try havenctl("safe \(harbour)", house: nil).output == """
        if it gets too big
        Otter: trampoline or den; move the chairs
        Wren: own room with the boats, door open
        Finch: kitchen, headphones
        Water. Six slow breaths. Then quieter.
        Auntie Jo: text any time; comes at half an hour's notice. More: havenctl
          help-now

        """)
    #expect(try havenctl("safe --discreet \(harbour)", house: nil).output.contains("child 1: trampoline or den"))
  }

  @Test("night alone is three lines and asks nothing of the record; up and down are still stamped")
  func night() throws {
    let house = FakeHouse()
    #expect(
      try havenctl("night", house: house, environment: ["XDG_RUNTIME_DIR": "/r", "HOME": "/nowhere"]).output == """
        on tonight: Ros
        settle: low light, a drink, few words, near
        nothing needs recording now

        """)
    #expect(house.asked == ["now -"])
    _ = try havenctl("night up", house: house)
    #expect(house.asked.last == "night up -")
    #expect(
      try havenctl("night --json \(harbour)", house: nil).output.hasPrefix(#"{"version":1,"kind":"night","carer":"#))
  }

  @Test("a counsellor of one's own is shown by support alone, and not discreetly")
  func counsellor() throws {
    let folder = try Folder()
    _ = try folder.write(
      """
      [[support]]
      name = "Dana"
      kind = "counsellor"
      [[support]]
      name = "Mel"
      kind = "peer"
      """, to: "haven.toml")
    let config = "--config \(folder.path)"
    let support = try havenctl("support \(config)", house: nil)
    #expect(support.output.contains("Dana"))
    #expect(support.output.hasSuffix("maybe: one line to Mel this week\n"))
    for command in ["support --discreet", "help-now", "safe", "night", "card"] {
      #expect(try !havenctl("\(command) \(config)", house: nil).output.contains("Dana"), "\(command)")
    }
    #expect(try havenctl("support --config /nowhere", house: nil).status == .no)
  }

  @Test("card finds by everyday words; what no card is about is a truthful no, with the topics")
  func card() throws {
    let landing = "landing\nToast first. No questions till the den is packed away.\n"
    #expect(try havenctl("card landing \(harbour)", house: nil).output == landing)
    #expect(
      try havenctl("card reparative parenting", house: nil).output
        == "connect\nConnect, then redirect. Not the other way round.\n")
    let none = try havenctl("card xylophone", house: nil, environment: ["HOME": "/nowhere"])
    #expect(none.status == .no)
    #expect(none.errors == "havenctl: no card is about 'xylophone'; these are the topics\n")
    #expect(none.output.contains("not-about-you"))
    #expect(
      try havenctl("card redo --json", house: nil).output
        == #"{"version":1,"kind":"cards","cards":[{"topic":"redo","text":"Run it again, slower, together. A do-over teaches more than a telling-off."}]}"#
        + "\n")
    #expect(try havenctl("card tbri", house: nil).output.contains("Trust-Based"))
  }

  @Test("breathe is printed at once where there is no terminal; too short or too long is refused")
  func breathe() throws {
    let outcome = try havenctl("breathe", house: nil)
    #expect(outcome.output.split(separator: "\n").count == 7)
    #expect(outcome.output.hasPrefix("breathe in for 4, out for 6\n"))
    #expect(try havenctl("breathe 9", house: nil).status == .usage)
    #expect(try havenctl("breathe 601", house: nil).status == .usage)
    #expect(
      try havenctl("breathe 30 --json", house: nil).output
        == #"{"version":1,"kind":"breathe","seconds":30,"breaths":3,"inhale":4,"exhale":6}"# + "\n")
  }
}
