import Testing

@testable import HavenCore

/// The Harbour family's Tuesday, as Ros reads it. Read these aloud: they are what a tired person gets.
struct HarbourTuesdayTests {
  private let scene = Scene()

  private func shown(_ ids: [String], level: TextLevel = .public) -> String {
    ids.map { scene.shown(scene.cue($0, level: level)) }.joined(separator: "\n")
  }

  @Test("for a child of five the grown-up hears minutes in words, the child the bar and the last one")
  func tablet() {
    #expect(
      shown(["P20", "15", "5", "L2", "0"].map { "tablet-ends/otter/\($0)" }) == """
        Otter in twenty minutes: tablet ends, help lay the table
          | Go near and play along; one breath first. Small and kind: a hum of their song.
        Otter, a long bar left: tablet ends, help lay the table
          | Say it close by, with a light voice. After that: tea.
        Otter, a short bar left: tablet ends, help lay the table
          | Say it close by, with a light voice. After that: tea.
        Otter: last one, then tablet ends, help lay the table
          | Let this one finish with a flourish.
        Otter → tablet ends, help lay the table
          | Go together, hopping or marching.
        """)
  }

  @Test("what is being left stands before the arrow, where there is room")
  func leaving() {
    #expect(
      shown(["dressed/wren/P15", "dressed/wren/5", "shoes/otter/P20", "bath/wren/10"]) == """
        Wren in fifteen minutes: breakfast and water → get dressed
          | Go near and look along; one breath first. Small and kind: a smell of the soap.
        Wren, a short bar left: breakfast and water → get dressed
          | Wonder aloud, close by. After that: teeth.
        Otter in twenty minutes: trampoline → shoes and bags
          | Go near and play along; one breath first. Small and kind: a silly handshake.
        Wren, a long bar left: special time → bath, washcloth choice
          | Wonder aloud, close by. After that: last snack and water.
        """)
  }

  @Test("a teenager gets a fact: no name, no verb")
  func teenager() {
    #expect(
      shown(["finch-lights-out/finch/P30", "finch-lights-out/finch/5", "finch-lights-out/finch/0"]) == """
        In 30 min: lights out
          | Be around; one breath first. Small and kind: the door left open.
        In 5 min: lights out
          | Said once, then left alone.
        Lights out
          | Said once, then left alone.
        """)
  }

  @Test("on a private session the family's own script comes first, with its natural stop and its bridge")
  func full() {
    #expect(
      shown(["tablet-ends/otter/P20", "tablet-ends/otter/L2", "finch-lights-out/finch/5"], level: .full) == """
        Otter in twenty minutes: tablet ends, help lay the table
          | Go near and play along; one breath first. Small and kind: a hum of their song.
          | To say later: “End of this level, then you ring the bell for tea.”
          | Natural stop: end of level. Bridge: ring the bell.
        Otter: last one, then tablet ends, help lay the table
          | “End of this level, then you ring the bell for tea.”
          | Let this one finish with a flourish.
          | Natural stop: end of level. Bridge: ring the bell.
        In 5 min: lights out
          | “Half past nine: lights out.”
          | Said once, then left alone.
        """)
  }

  @Test("a visitor reads nothing of the family")
  func generic() {
    let ids = ["shoes/otter/P20", "shoes/otter/5", "shoes/otter/0", "finch-lights-out/finch/5"]
    #expect(
      shown(ids, level: .generic) == """
        Next step in twenty minutes
          | One breath first.
        Next step soon
        Next step is here
        Next step in 5 min
        """)
  }

  @Test("two children at once: both in the title, a line for each with its own true time")
  func merged() {
    #expect(
      scene.shown(scene.cue("bath/wren/L2", "otter-lights-out/otter/P20")) == """
        Wren and otter: bath and lights out
          | Wren: last one, then bath, washcloth choice
          | Otter in twenty minutes: story → lights out, door open, hall light on
        """)
    #expect(
      scene.shown(scene.cue("bath/wren/L2", "finch-lights-out/finch/5")) == """
        Two steps soon
          | Wren: last one, then bath, washcloth choice
          | In five minutes: lights out
        """)
  }

  @Test("a catch-up says the true time left, and 'about' where it is about")
  func catchUp() {
    func late(_ id: String, _ left: Int) -> String { scene.words(scene.cue(id, kind: .catchUp, left: left)).title }
    #expect(late("tablet-ends/otter/15", 540) == "Otter in nine minutes: tablet ends, help lay the table")
    #expect(late("tablet-ends/otter/15", 570) == "Otter in about ten minutes: tablet ends, help lay the table")
    #expect(late("finch-lights-out/finch/5", 150) == "In about 3 min: lights out")
    #expect(late("finch-lights-out/finch/5", 30) == "In under a minute: lights out")
    #expect(late("finch-lights-out/finch/5", -120) == "2 min ago: lights out")
    #expect(late("shoes/otter/5", -30) == "Otter, a moment ago: trampoline → shoes and bags")
  }

  @Test("a change with another time is told once, with its new time on the clock")
  func moved() {
    func moved(_ id: String, _ to: String, _ level: TextLevel) -> String {
      var line = scene.cue("\(id)/moved", at: "17:12", level: level, kind: .moved, left: 1380)
      line.subject = .movedTo(scene.at(to))
      return scene.shown(line)
    }
    #expect(
      moved("tablet-ends/otter", "17:35", .full) == """
        Otter: tablet ends has moved to twenty-five to six
          | “Tablet ends has moved to twenty-five to six. I told you as soon as I knew.”
          | Say the new time early, close by.
        """)
    #expect(
      moved("finch-lights-out/finch", "21:40", .public) == """
        Lights out has moved to 21:40
          | New time: 21:40. Said once, then left alone.
        """)
    #expect(
      moved("finch-lights-out/finch", "21:40", .generic) == """
        Next step has moved to 21:40
          | New time: 21:40.
        """)
  }

  @Test("the way to bed is soft, also for a playful child")
  func bedtime() {
    var scene = scene
    scene.steps["otter-lights-out"]?.step.tags = [.structure, .nurture, .core, .sleep]
    #expect(
      scene.shown(scene.cue("otter-lights-out/otter/L2")) == """
        Otter: last one, then lights out, door open, hall light on
          | Let it end softly.
        """)
  }

  @Test("a day of regression or a sick day lowers the age that words go by, as it does for the ladder")
  func loweredAge() {
    for mode in [Mode.regression, .sick] {
      var scene = scene
      scene.household.children[0].workingAge = 7  // runs at three today
      scene.steps["shoes"]?.mode = mode
      #expect(
        scene.words(scene.cue("shoes/otter/5")).title
          == "Otter, a short bar left: \(mode == .sick ? "trampoline → " : "")shoes and bags")
      scene.steps["shoes"]?.workingAge = 6  // somebody said so
      #expect(DigitFree.hasDigits(scene.words(scene.cue("shoes/otter/5")).title))
    }
  }

  @Test("a new time takes other words before it cuts the step's")
  func movedWhole() {
    var scene = scene
    scene.household.children[0].id = "badger"
    scene.steps["console-off"] = WordingStep(HarbourFamily.step("console-off", "17:15", "console off, beside Marta"))
    var line = scene.cue("console-off/badger/moved", at: "17:01", kind: .moved)
    line.subject = .movedTo(scene.at("17:22"))
    #expect(scene.words(line).title == "Badger: console off is at twenty-two minutes past five")
  }

  @Test("a soft day has no numbers, a day of regression goes along, a sick day is soft")
  func modes() {
    func said(_ mode: Mode, _ id: String) -> String {
      var scene = scene
      scene.steps["shoes"]?.mode = mode
      return scene.shown(scene.cue(id))
    }
    #expect(
      said(.lowDemand, "shoes/otter/P20") == """
        Otter soon: shoes and bags
          | Be around; one breath first. Small and kind: a biscuit left nearby.
        """)
    #expect(
      said(.regression, "shoes/otter/L2") == """
        Otter: last one, then shoes and bags
          | Stay beside them while it ends.
        """)
    #expect(
      said(.sick, "shoes/otter/5") == """
        Otter, a short bar left: trampoline → shoes and bags
          | Softly, close by.
        """)
  }
}
