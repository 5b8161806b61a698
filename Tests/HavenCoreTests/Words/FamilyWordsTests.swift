import Testing

@testable import HavenCore

/// What becomes of a family's own words on the way to a screen.
struct FamilyWordsTests {
  private func title(
    _ label: String, eventLabel: String? = nil, avoid: [String] = [], age: Int? = 9, rung: String = "10"
  ) -> String {
    var child = Child(id: "otter")
    (child.workingAge, child.avoid) = (age, avoid)
    var step = HarbourFamily.step("step", "17:25", label)
    step.eventLabel = eventLabel
    var scene = Scene(steps: ["step": WordingStep(step)])
    scene.household.children = [child]
    return scene.words(scene.cue("step/otter/\(rung)", at: "17:15")).title
  }

  @Test("an event-label stands for the step on every screen")
  func eventLabel() {
    #expect(title("leave for the centre", eventLabel: "Saturday plan") == "Otter in 10 min: Saturday plan")
  }

  @Test("words that no screen may say leave a neutral step behind")
  func forbidden() {
    #expect(title("contact with mum") == "Otter in 10 min: next step")
    #expect(title("swim, then therapy") == "Otter in 10 min: swim")
    #expect(title("the centre", eventLabel: "family time") == "Otter in 10 min: next step")
  }

  @Test("an avoided word is never said: the label's first clause, another phrase, or the neutral step instead")
  func avoided() {
    #expect(title("shoes, hurry up", avoid: ["hurry"]) == "Otter in 10 min: shoes")
    #expect(title("hurrying home", avoid: ["hurry"]) == "Otter in 10 min: next step")
    #expect(title("shoes", avoid: ["last"], rung: "L2") == "Otter: one more, then shoes")
    #expect(title("shoes", avoid: ["last", "one"], rung: "L2") == "Otter soon: shoes")
    #expect(title("shoes", avoid: ["shoes", "next"]) == "Otter in 10 min: →")
    #expect(title("shoes", avoid: ["otter"]) == "In 10 min: shoes")
  }

  @Test("a long label is cut at the end of a word")
  func long() {
    let label = "help lay the table and then bring the wooden spoon to the garden"
    #expect(title(label) == "Otter in 10 min: help lay the table and then bring the…")
    #expect(title(String(repeating: "x", count: 80)).unicodeScalars.count == 60)
  }

  @Test("nothing is shouted")
  func shouting() {
    #expect(title("TEETH NOW!!!") == "Otter in 10 min: Teeth Now")
    #expect(title("PE kit, TV off!") == "Otter in 10 min: PE kit, TV off")
  }

  @Test("a label is one line, without marks that hide or reorder text")
  func marks() {
    #expect(title("tea\nand\ttoast") == "Otter in 10 min: tea and toast")
    #expect(title("\u{202E}tea\u{200B}") == "Otter in 10 min: tea")
    #expect(title("  ") == "Otter in 10 min: next step")
    #expect(title("👩‍👩‍👧‍👦 walk") == "Otter in 10 min: 👩‍👩‍👧‍👦 walk")
  }

  @Test("words that run right to left stay within their place in the line")
  func rightToLeft() {
    #expect(title("حمام ثم قصة") == "Otter in 10 min: \u{2068}حمام ثم قصة\u{2069}")
  }

  @Test("a label's own numbers are words where a child under six reads along")
  func numbers() {
    #expect(title("room 12", age: 5, rung: "L2") == "Otter: last one, then room twelve")
    #expect(title("tablet till 17:30", age: 5, rung: "L2") == "Otter: last one, then tablet till half past five")
    #expect(title("year 2026", age: 5, rung: "L2") == "Otter: last one, then next step")
    #expect(title("room 12", age: 6) == "Otter in 10 min: room 12")
  }

  @Test("an alias with a number in it keeps its number, in words")
  func alias() {
    var scene = Scene()
    var child = Child(id: "fox-2")
    child.workingAge = 4
    scene.household.children = [child]
    #expect(scene.words(scene.cue("shoes/fox-2/L2")).title == "Fox two: last one, then shoes and bags")
  }

  @Test("a view asks for one step's label by the same rules")
  func labels() {
    let wording = Wording(household: HarbourFamily.household, zone: .utc)
    #expect(wording.label(of: HarbourFamily.step("tea", "17:45", "tea")) == "tea")
    #expect(wording.label(of: HarbourFamily.step("visit", "10:00", "contact")) == "next step")
    #expect(wording.label(of: HarbourFamily.step("off", "10:00", "hurry off"), for: ["otter"]) == "next step")
  }

  @Test("what follows is named in passing, but not where a child spends the day")
  func inPassing() {
    let scene = Scene()
    #expect(scene.words(scene.cue("shoes/otter/5")).body == "Say it close by, with a light voice.")
    #expect(scene.words(scene.cue("tablet-ends/otter/5")).body.hasSuffix("After that: tea."))
  }
}
