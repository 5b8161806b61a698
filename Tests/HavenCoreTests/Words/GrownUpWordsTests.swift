import Testing

@testable import HavenCore

struct GrownUpWordsTests {
  private let scene = Scene()

  private func shown(_ kind: Line.Kind, _ subject: Line.Subject, level: TextLevel = .public) -> String {
    scene.shown(scene.line(kind, subject, level: level))
  }

  @Test("food and drink are one offer that names every child, and the grown-up")
  func fuel() {
    #expect(
      shown(.fuel, .fuel(children: ["otter", "wren"], movementToo: true)) == """
        Snack, drink and a wiggle for otter and wren
          | Something for you too.
        """)
    #expect(
      shown(.fuel, .fuel(children: ["otter"], movementToo: false), level: .generic) == """
        Snack and drink
          | Something for you too.
        """)
  }

  @Test("a nudge takes one of the goal's own lines, another each day, the same all day")
  func turns() {
    var scene = scene
    let titles = (0..<6).map { day in
      scene.date = HarbourFamily.tuesday + day
      let morning = scene.words(scene.line(.nudge, .nudge(goal: "walk", dose: .full), at: "09:00"))
      #expect(morning == scene.words(scene.line(.nudge, .nudge(goal: "walk", dose: .full), at: "21:00")))
      return morning.title
    }
    #expect(
      titles == [
        "Air is on offer. Or tea.", "Quiet half-hour. Walk to the gate? Or not today.",
        "Coat on, once round the green, if you like.", "Air is on offer. Or tea.",
        "Quiet half-hour. Walk to the gate? Or not today.", "Coat on, once round the green, if you like.",
      ])
  }

  @Test("a nudge ends with an easy no, said once")
  func easyNo() {
    var scene = scene
    #expect(scene.words(scene.line(.nudge, .nudge(goal: "walk", dose: .full))).body == "Or not today.")
    scene.date = HarbourFamily.tuesday + 1
    #expect(scene.words(scene.line(.nudge, .nudge(goal: "walk", dose: .full))).body == "")
  }

  @Test("an easy no in the middle of a line is none: it comes last")
  func lastWord() {
    var scene = scene
    scene.household.goals[0].lines = ["Or not today? A walk is still a walk."]
    #expect(scene.words(scene.line(.nudge, .nudge(goal: "walk", dose: .full))).body == "Or not today.")
  }

  @Test(
    "without lines of its own a goal is offered in three ways in turn, smallest first; a micro dose says what it is part of"
  )
  func smallest() {
    var scene = scene
    func titles(_ goal: GoalID, _ dose: Dose) -> [String] {
      (0..<4).map { day in
        scene.date = HarbourFamily.tuesday + day
        return scene.words(scene.line(.nudge, .nudge(goal: goal, dose: dose))).title
      }
    }
    let pages = [
      "One page, or tea and ten pages?", "Perhaps one page. Or tea and ten pages.",
      "For you: one page, or tea and ten pages",
    ]
    #expect(titles("ten-pages", .full) == [pages[0], pages[1], pages[2], pages[0]])
    let gate = ["To the gate and back, if it fits", "Perhaps to the gate and back", "For you: to the gate and back"]
    #expect(titles("walk", .micro) == [gate[2], gate[0], gate[1], gate[2]])
    #expect(
      scene.words(scene.line(.nudge, .nudge(goal: "walk", dose: .micro))).body
        == "A small part of a walk.\nOr not today.")
  }

  @Test("a private goal is never named, nor is any at the generic level")
  func privacy() {
    let appointment = Line.Subject.appointment(goal: "therapy", startsAt: scene.at("14:00"), lead: 7200)
    let neutral = "Something for you, if it fits\n"
    for level in TextLevel.allCases {
      #expect(shown(.appointment, appointment, level: level).hasPrefix("Your appointment at 14:00\n"))
      #expect(shown(.nudge, .nudge(goal: "therapy", dose: .full), level: level).hasPrefix(neutral))
    }
    #expect(shown(.nudge, .nudge(goal: "walk", dose: .full), level: .generic).hasPrefix(neutral))
  }

  @Test("an appointment says its hour, and the day where that is another")
  func appointments() {
    let tomorrow = scene.at("19:30") + 86_400
    #expect(
      shown(.appointment, .appointment(goal: "choir", startsAt: tomorrow, lead: 86_400)) == """
        Choir tomorrow at 19:30
          | Just so you know.
        """)
    #expect(
      shown(.appointment, .appointment(goal: "choir", startsAt: scene.at("19:30"), lead: 7200)) == """
        Choir at 19:30
          | In 2 h.
        """)
  }

  @Test("a promise is known by its id")
  func promise() {
    let promise = Line.Subject.promise(id: "den-light", dueAt: scene.at("17:00"), lead: 7200)
    #expect(shown(.promise, promise).hasPrefix("A promise at 17:00: den light"))
    #expect(shown(.promise, promise, level: .generic).hasPrefix("A promise at 17:00\n"))
  }

  @Test("time of one's own is called that; an overnight is something planned")
  func respite() {
    let saturday = scene.at("10:00") + 11 * 86_400
    func title(_ lane: Lane, _ level: TextLevel = .public) -> String {
      scene.words(scene.line(.respite, .respite(lane: lane, startsAt: saturday, lead: 7 * 86_400), level: level)).title
    }
    #expect(title(.solo("ros")) == "Your time on Saturday 21 March at 10:00")
    #expect(title(.couple) == "Time for two on Saturday 21 March at 10:00")
    #expect(title(.sibling("finch")) == "One-to-one time on Saturday 21 March at 10:00")
    #expect(title(.overnight) == "Something planned on Saturday 21 March at 10:00")
    #expect(title(.solo("ros"), .generic) == "Something planned on Saturday 21 March at 10:00")
  }

  @Test("a date that can be heavy is a day to go gently, and has no name")
  func marked() {
    #expect(shown(.marked, .marked(daysAhead: 14)).hasPrefix("A day to go gently, in two weeks"))
    #expect(shown(.marked, .marked(daysAhead: 3)).hasPrefix("A day to go gently, in three days"))
    #expect(shown(.marked, .marked(daysAhead: 1)).hasPrefix("A day to go gently, tomorrow"))
  }

  @Test("a day to tell says whom, never why")
  func tell() {
    let tell = Line.Subject.tell(child: "otter", startsAt: scene.at("18:00"))
    #expect(shown(.tell, tell).hasPrefix("Today is the day to tell otter what is planned"))
    #expect(shown(.tell, tell, level: .generic).hasPrefix("Today is the day to share what is planned"))
  }

  @Test("a swap has no alias and no reason, and its own buttons")
  func swap() {
    #expect(shown(.swap, .swap(.asked)).hasPrefix("Swap, please"))
    #expect(shown(.swap, .swap(.accepted)).hasPrefix("They have it"))
    #expect(shown(.swap, .swap(.unanswered)).hasPrefix("No answer yet\n  | Your plan for one: havenctl safe."))
    let asked = scene.words(scene.line(.swap, .swap(.asked))).actionLabels
    #expect([Answer.done, .later, .notToday].map { asked[$0] } == ["Got it", "10 min", "Can't"])
    let over = scene.words(scene.line(.swap, .swap(.over))).actionLabels
    #expect([Answer.done, .later].map { over[$0] } == ["Back in", "Ten more"])
  }

  @Test("buttons of a cue: done, five more minutes, not today; no digit where a child under six reads along")
  func buttons() {
    let finch = scene.words(scene.cue("finch-lights-out/finch/5")).actionLabels
    let otter = scene.words(scene.cue("shoes/otter/5")).actionLabels
    #expect([Answer.done, .later, .notToday].map { finch[$0] } == ["Done", "+5", "Not today"])
    #expect([Answer.done, .later, .notToday].map { otter[$0] } == ["Done", "In five", "Not today"])
  }
}
