import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("A hard moment, on the screen")
struct HardRenderTests {
  @Test("food first, then what and who, then what helped and what rests")
  func reply() throws {
    #expect(
      try havenctl("hard --child otter").output == """
        offer food first, calmly
        last food 2h35 · water 1h10 · moved 3h00 · slept 6h20
        around tablet ends · Ros on duty
        what has helped: ten on the trampoline
        safe first, then body, then connect; solving can wait
        nothing more about otter for 20 minutes; nothing is asked of you before 18:12
        kept as 41; I wonder what was underneath: havenctl hard edit --tag …

        """)
  }

  @Test("after the hardest there is one line more; a word that judges gets a gentler one")
  func more() throws {
    let house = FakeHouse()
    house.hardView.pointsToHelp = true
    house.hardView.reworded = [.init(said: "defiant", rather: "not-able-to-yet")]
    house.hardView.bodies = [
      .init(child: "otter", moved: 2400, slept: 39_600, sleepLogged: false),
      .init(child: "wren", food: 60, offer: ["food", "water"]),
    ]
    house.hardView.restsUntil = nil
    house.hardView.moment.tags = ["not-able-to-yet"]
    house.hardView.moment.name = nil
    house.hardView.duty = nil
    #expect(
      try havenctl("hard --tag defiant", house: house).output == """
        offer food or a drink first, calmly
        otter: last moved 40 min · slept 11h00 by the plan
        wren: last food 1 min
        no change near it · nobody on duty
        what has helped: ten on the trampoline
        safe first, then body, then connect; solving can wait
        nothing is asked of you before 18:12
        'defiant' may be read one day; rather 'not-able-to-yet'
        help-now prints your list
        kept as 41; havenctl hard edit, if more comes to mind

        """)
  }

  @Test("a discreet screen names no child and no step")
  func discreet() throws {
    let text = try havenctl("hard --child otter --discreet").output
    #expect(!text.contains("otter") && !text.contains("tablet") && !text.contains("trampoline"))
    #expect(text.contains("nothing more about them for 20 minutes"))
  }

  @Test("--json has it all in one object")
  func json() throws {
    let text = try havenctl("hard --json").output
    #expect(text.contains(#""hard":{"moment":{"moment":41,"#) && text.contains(#""food":9300,"water":4200"#))
    #expect(text.contains(#""rests_until":"2026-03-10T17:32:00+00:00""#))
  }

  @Test("the list has a line each, and the note under it; an empty one is a truthful no")
  func list() throws {
    let house = FakeHouse()
    #expect(
      try havenctl("hard list --child otter", house: house).output == """
        41  Tue 10 March 17:05  otter  unsafe  tablet ends  settled in 10 min · tired, change · helped: tea
            shouted, left the room
        7   Mon 9 March 16:40   all    wobble

        """)
    #expect(house.asked == ["hard moments otter 10"])
    let discreet = try havenctl("hard list --discreet").output
    #expect(!discreet.contains("otter") && !discreet.contains("shouted") && !discreet.contains("tablet"))
  }

  @Test("a note comes by standard input, and never stands in the command")
  func note() throws {
    let house = FakeHouse()
    _ = try havenctl("hard --note", house: house, input: "shouted, left the room\n")
    _ = try havenctl("hard edit 41 --note", house: house, input: "\n \n")
    _ = try havenctl("hard", house: house, input: "nobody asked for this")
    #expect(house.notes == ["shouted, left the room", "", nil])
    #expect(house.asked == ["hard --size 2 -", "hard edit 41 -", "hard --size 2 -"])
    let long = try havenctl("hard --note", house: house, input: String(repeating: "a", count: 2001))
    #expect(long.status == .usage)
  }

  @Test("noticed takes its words from a pipe, and does without")
  func noticed() throws {
    let house = FakeHouse()
    _ = try havenctl("noticed", house: house, input: "waited for wren\n")
    _ = try havenctl("noticed", house: house, input: "")
    _ = try havenctl("noticed", house: house)
    #expect(house.notes == ["waited for wren", nil, nil])
  }

  @Test("a stamp in the night is one line, and dim")
  func night() throws {
    let line = try havenctl("night up --color always").output
    #expect(line == "\u{1B}[2mnoted; nothing else needs recording now\u{1B}[0m\n")
    #expect(try havenctl("night down").output == "noted; nothing else needs recording now\n")
  }

  @Test("what now offers is one small part of its last line, in words that tell nobody what it is for")
  func offers() throws {
    let house = FakeHouse()
    func also(_ offer: NowView.SmallThing, _ words: String = "now") throws -> String? {
      house.nowView.small = offer
      return try havenctl(words, house: house).output.split(separator: "\n").last.map(String.init)
    }
    #expect(try also(.init(kind: "tea")) == "also    tea? five minutes?")
    #expect(
      try also(.init(kind: "card", topic: "not-about-you")) == "also    havenctl card not-about-you, if you like")
    let dose = NowView.SmallThing(kind: "dose", child: "otter", text: "a hand on a shoulder")
    #expect(try also(dose) == "also    on offer for otter: a hand on a shoulder")
    #expect(try also(dose, "now --discreet")?.contains("otter") == false)
  }

  @Test("without a pipe the editor has what is there already, and lines with # are left out")
  func editor() throws {
    let folder = try Folder()
    let house = FakeHouse()
    let environment = [
      "XDG_RUNTIME_DIR": folder.path, "EDITOR": "sed -i -e 's/shouted/called out/' -e '$a# a remark'",
    ]
    _ = try havenctl("hard edit 41 --note", house: house, environment: environment)
    _ = try havenctl("hard edit last --note", house: house, environment: environment)
    _ = try havenctl("hard --note", house: house, environment: environment)
    #expect(house.notes == ["called out, left the room", "called out, left the room", nil])
    let left = try havenctl(
      "hard --note", house: house, environment: ["XDG_RUNTIME_DIR": folder.path, "EDITOR": "false"])
    #expect(left.status == .no && left.errors == "havenctl: the editor was left, nothing is kept\n")
    #expect(house.notes.count == 3)
  }
}
