import HavenAPI
import Testing

@testable import HavenCLI
@testable import HavenCore

@Suite("Notes, balance and capacity")
struct ReflectionTests {
  @Test("a note comes by standard input, with its child")
  func note() throws {
    let house = FakeHouse()
    _ = try havenctl("note --child otter", house: house, input: "saw the swans\n")
    #expect(house.asked == ["note --child otter -"])
    #expect(house.notes == ["saw the swans"])
    #expect(try havenctl("note", input: " \n").status == .no)
  }

  @Test(
    "four lines are taken in their order, or under their headings, and empty ones are left out",
    arguments: [
      (
        "the door\ntired\nquiet\nten minutes\n",
        "Observation: the door\nFeeling: tired\nNeed: quiet\nRequest: ten minutes"
      ),
      ("need: quiet\n\nFeeling:\ntired\n", "Feeling: tired\nNeed: quiet"), ("the door\n", "Observation: the door"),
    ])
  func fourLines(input: String, kept: String) throws {
    let house = FakeHouse()
    _ = try havenctl("note --ofnr", house: house, input: input)
    #expect(house.asked == ["note --ofnr -"])
    #expect(house.notes == [kept])
  }

  @Test("five lines without headings are no note in four lines")
  func fiveLines() throws {
    let outcome = try havenctl("note --ofnr", input: "a\nb\nc\nd\ne\n")
    #expect(outcome.status == .usage)
    #expect(outcome.errors.contains("a note in four lines begins with a heading"))
  }

  @Test(
    "without a terminal no editor is opened: there is nobody to write",
    arguments: ["note", "note --ofnr", "hard --note", "ask add", "noticed --note"])
  func noTerminal(words: String) throws {
    let outcome = try havenctl(
      words, environment: ["XDG_RUNTIME_DIR": "/tmp", "EDITOR": "echo never"], hasTerminal: false)
    #expect(outcome.status == .usage)
    #expect(outcome.errors.hasPrefix("havenctl: there is no terminal for an editor to be in\nhint: "))
  }

  @Test("the list shows whose own a note is; on a discreet screen only how many there are")
  func list() throws {
    let house = FakeHouse()
    func kept(_ act: Int, _ note: Note) -> NotesView.Row {
      NotesView.Row(.init(note: note, act: act, at: House.at("10:00").instant, by: "ros"), zone: .utc)
    }
    house.notesView.notes = [
      kept(8, Note(form: .ofnr, text: "Feeling: tired\nNeed: quiet")), kept(7, Note(child: "otter", text: "")),
    ]
    #expect(
      try havenctl("note list", house: house).output == """
        8  Tue 10 March 10:00, yours alone
           Feeling: tired
           Need: quiet
        7  Tue 10 March 10:00, otter
           its words are no longer kept

        """)
    #expect(try havenctl("note list --discreet", house: house).output == "2 notes kept\n")
    #expect(try havenctl("note list").status == .no)
    #expect(try havenctl("note list --count 0").status == .usage)
    #expect(try havenctl("note delete first").status == .usage)
  }

  @Test("balance tells the week so far with something small for the lighter side; under three answers nothing")
  func balance() throws {
    let house = FakeHouse()
    #expect(try havenctl("balance", house: house).status == .no)
    house.balanceView.answered = 2
    #expect(try havenctl("balance", house: house).output == "2 answers this week: too few to say\n")
    house.balanceView.answered = 4
    house.balanceView.balance = BalanceFigures([.structure, .structure, .structure, .even]).map(BalanceFiguresView.init)
    (house.balanceView.sides.boundariesHeld, house.balanceView.sides.repairs) = (2, 1)
    house.balanceView.doses = ["a hand on a shoulder", "a saved biscuit", "a note"]
    #expect(
      try havenctl("balance", house: house).output == """
        Balance: leaned structure
          structure 3 · even 1 · nurture 0, of 4 answered
          2 boundaries held, 1 repair
        three small doses, ten seconds each:
          a hand on a shoulder
          a saved biscuit
          a note

        """)
    house.balanceView.doses = []
    house.balanceView.boundary = .init(Boundary(name: "hands", feeling: "You are cross.", limit: "Hands stay gentle."))
    #expect(
      try havenctl("balance", house: house).output.hasSuffix(
        """
        one boundary to hold kindly, the same words each time:
          hands: You are cross. Hands stay gentle.

        """))
    #expect(try !havenctl("balance --discreet", house: house).output.contains("hands"))
  }

  @Test("capacity tells what was said today, and what could go")
  func capacity() throws {
    let house = FakeHouse()
    #expect(try havenctl("capacity", house: house).status == .no)
    house.capacityView.level = 2
    house.capacityView.lighter = [
      .init(name: "hair", command: "havenctl skip hair"), .init(name: "", command: "havenctl mode low-demand"),
    ]
    #expect(
      try havenctl("capacity", house: house).output == """
        2 of 5 today, for you alone
        hair could go: havenctl skip hair
        the rest of today can be a soft day: havenctl mode low-demand

        """)
    #expect(try havenctl("capacity --discreet", house: house).output == "noted, for you alone\n")
  }
}
