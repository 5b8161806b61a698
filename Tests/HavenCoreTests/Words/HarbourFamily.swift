@testable import HavenCore

/// The Harbour family of the examples, as far as its words go: Otter is nine and runs at five, Wren is six and runs
/// at four, Finch is thirteen. Tuesday 10 March 2026, in winter, when London is on UTC.
enum HarbourFamily {
  static let tuesday = CivilDate(year: 2026, month: 3, day: 10)!
  static let zone = Zone.utc

  static let household: Household = {
    var otter = Child(id: "otter")
    (otter.workingAge, otter.style, otter.avoid) = (5, .playful, ["hurry", "last chance"])
    var wren = Child(id: "wren")
    (wren.workingAge, wren.style) = (4, .curious)
    var finch = Child(id: "finch")
    (finch.workingAge, finch.style) = (13, .declarative)

    var household = Household()
    household.carers = [Carer(id: "ros", name: "Ros"), Carer(id: "imani", name: "Imani")]
    household.children = [otter, wren, finch]
    household.goals = [walk, pages, run, therapy, choir]
    return household
  }()

  static let steps: [StepID: WordingStep] = {
    var shoes = step("shoes", "08:20", "shoes and bags")
    shoes.say = "Bounce till the bar is empty, then shoes. You carry the keys."
    shoes.bridge = "carry the keys"
    var tabletEnds = step("tablet-ends", "17:25", "tablet ends, help lay the table")
    tabletEnds.say = "End of this level, then you ring the bell for tea."
    tabletEnds.bridge = "ring the bell"
    tabletEnds.naturalStop = "end of level"
    var bath = step("bath", "18:40", "bath, washcloth choice")
    bath.say = "When the bar is empty the boats are waiting. I'm coming with you."
    bath.bridge = "boats"
    var otterLights = step("otter-lights-out", "20:10", "lights out, door open, hall light on")
    otterLights.say = "Lights go low, and I'm on the landing till half past eight."
    let special = step("special-time", "18:20", "special time, rough-and-tumble")
    return [
      "dressed": WordingStep(
        step("dressed", "07:30", "get dressed"), previous: step("breakfast", "07:05", "breakfast and water"),
        next: step("teeth", "07:50", "teeth")),
      "shoes": WordingStep(
        shoes, previous: step("trampoline", "08:05", "trampoline"),
        next: step("leave-for-school", "08:25", "leave for school")),
      "tablet-ends": WordingStep(
        tabletEnds, previous: step("tablet", "16:45", "tablet"), next: step("tea", "17:45", "tea")),
      "bath": WordingStep(bath, previous: special, next: step("snack", "19:10", "last snack and water")),
      "wren-lights-out": WordingStep(
        step("wren-lights-out", "19:45", "lights out"), previous: step("story", "19:20", "story")),
      "otter-lights-out": WordingStep(otterLights, previous: step("story", "19:20", "story")),
      "finch-lights-out": WordingStep(
        step("finch-lights-out", "21:30", "lights out"), previous: step("tea", "17:45", "tea")),
    ]
  }()

  static func step(_ id: StepID, _ at: String, _ name: String) -> Step { Step(id: id, at: TimeOfDay(at)!, name: name) }

  private static let walk: Goal = {
    var goal = Goal(id: "walk", carer: "ros", domain: .body, name: "a walk", minutes: 20)
    goal.smallest = "to the gate and back"
    goal.lines = [
      "Quiet half-hour. Walk to the gate? Or not today.", "Coat on, once round the green, if you like.",
      "Air is on offer. Or tea.",
    ]
    return goal
  }()

  private static let pages: Goal = {
    var goal = Goal(id: "ten-pages", carer: "ros", domain: .fun, name: "tea and ten pages", minutes: 20)
    goal.smallest = "one page"
    return goal
  }()

  private static let run: Goal = {
    var goal = Goal(id: "run", carer: "imani", domain: .body, name: "a run", minutes: 30)
    goal.smallest = "shoes on, to the corner"
    return goal
  }()

  private static let therapy: Goal = {
    var goal = Goal(id: "therapy", carer: "ros", domain: .heart, name: "therapy", minutes: 60)
    goal.isPrivate = true
    return goal
  }()

  private static let choir = Goal(id: "choir", carer: "imani", domain: .meaning, name: "choir", minutes: 120)
}
