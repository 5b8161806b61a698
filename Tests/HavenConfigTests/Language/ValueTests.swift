import HavenCore
import Testing

@testable import HavenConfig

struct ValueTests {
  @Test("'fuel' is whole minutes from 60 to 180, or false")
  func fuel() throws {
    let house = try load(
      "[[child]]\nid = \"a\"\nfuel = 90\n[[child]]\nid = \"b\"\nfuel = false\n[[child]]\nid = \"c\"\n"
    ).household
    #expect(house.children.map(\.fuel) == [90, nil, 120])
    for wrong in ["59", "181", "true", "\"90\"", "90.0"] {
      let told = try findings("[[child]]\nid = \"a\"\nfuel = \(wrong)\n")
      #expect(told.count == 1 && told[0].hasPrefix("3:8: error: expected whole minutes or false"), "\(wrong): \(told)")
    }
  }

  @Test("a list may be one value", arguments: ["\"otter\"", "[\"otter\"]"])
  func oneOrList(value: String) throws {
    let house = try load(
      "[[child]]\nid = \"otter\"\n[[boundary]]\nname = \"x\"\nfeeling = \"y.\"\nlimit = \"z.\"\nwho = \(value)\n"
    ).household
    #expect(house.boundaries[0].who == ["otter"])
  }

  @Test("'who' left out is everybody, and an empty list is nobody")
  func who() throws {
    let house = try load(
      "[[routine]]\nid = \"r\"\nsteps = [\"07:00 a\"]\n[[routine.step]]\nat = \"08:00\"\nname = \"b\"\nwho = []\n"
    ).household
    #expect(house.routines[0].steps.map(\.who) == [nil, []])
  }

  @Test("a transition is one size, or a size for each child; 'none' is no transition")
  func transition() throws {
    let steps = try load(
      """
      [[child]]
      id = "otter"
      [[routine]]
      id = "r"
      steps = ["07:00 a, none", "07:10 b, hard"]
      [[routine.step]]
      at = "08:00"
      name = "c"
      transition = { otter = "none" }
      [[routine.step]]
      at = "09:00"
      name = "d"
      transition = "none"
      """
    ).household.routines[0].steps
    #expect(steps.map(\.transition) == [.all(nil), .all(.hard), .each(["otter": nil]), nil])
  }

  @Test("a step's ladder is a preset, a ladder of the family's own, or rungs on the spot")
  func ladder() throws {
    let steps = try load(
      """
      [[ladder]]
      id = "own"
      rungs = ["5"]
      [[routine]]
      id = "r"
      step = [
        { at = "07:00", name = "a", ladder = "short" },
        { at = "08:00", name = "b", ladder = "own" },
        { at = "09:00", name = "c", ladder = ["P10", "0"] },
      ]
      """
    ).household.routines[0].steps
    #expect(
      steps.map(\.ladder) == [
        .preset(.short), .named("own"), .rungs([Rung(.carer, lead: 10), Rung(.minutes, lead: 0)]),
      ])
  }

  @Test("a text with control characters, a blank one and one too long are told")
  func texts() throws {
    let long = String(repeating: "a", count: 141)
    #expect(
      try findings(
        "[[card]]\ntopic = \"a\\u0007b\"\ntext = \"\(long)\"\n[[support]]\nname = \"  \"\nkind = \"friend\"\nhow = \"a\\u202Eb\"\n"
      ) == [
        "2:9: error: the text holds the control character U+0007; write it on one line, in plain letters",
        "3:8: error: the text has 141 characters; at most 140",
        "5:8: error: the text is empty; write some words, or leave the key out",
        "7:7: error: the text holds the control character U+202E; write it on one line, in plain letters",
      ])
  }

  @Test("a country is two letters, in either case")
  func country() throws {
    #expect(try load("[household]\ncountry = \"gb\"\n").household.settings.country == "GB")
    #expect(
      try findings("[household]\ncountry = \"Britain\"\n")
        == ["2:11: error: 'Britain' is not a country; write the two letters of ISO 3166, such as 'GB'"])
  }

  @Test("a time zone must exist, and none leads out of the zone files")
  func timezone() throws {
    #expect(try load("[household]\ntimezone = \"America/Chicago\"\n").zone.name == "America/Chicago")
    for name in ["Europe/Lundon", "../../etc/passwd", "/etc/passwd", "Europe", "tzdata.zi", "Europe//London", "."] {
      let told = try findings("[household]\ntimezone = \"\(name)\"\n")
      #expect(told.count == 1 && told[0].hasPrefix("2:12: error: there is no time zone '\(name)'"), "\(told)")
    }
    #expect(
      try findings("[household]\ntimezone = \"London\"\n") == [
        "2:12: error: there is no time zone 'London'; did you mean 'Europe/London'?"
      ])
  }

  @Test("a mode's figures are kept, of several files together")
  func modes() throws {
    let house = try load(
      "[mode.sick]\nfuel = 60\n", ["conf.d/1.toml": "[mode.sick]\nnurture = 5\n[mode.regression]\nmax-days = 3\n"]
    ).household
    #expect(house.modeTuning == [.sick: ModeTuning(fuel: 60, nurture: 5), .regression: ModeTuning(maxDays: 3)])
  }

  @Test("a goal without a carer is the only carer's")
  func onlyCarer() throws {
    let house = try load("[[goal]]\nname = \"a walk\"\ndomain = \"body\"\n").household
    #expect(house.carers.map(\.id) == ["me"])
    #expect(house.goals[0].carer == "me")
    #expect(house.goals[0].minutes == 15)
  }
}
