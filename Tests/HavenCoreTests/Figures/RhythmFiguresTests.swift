import HavenCore
import Testing

@Suite("How steadily the grown-ups kept the evening")
struct RhythmFiguresTests {
  /// A Monday.
  private let monday = CivilDate("2026-03-09")!  // a date

  private var household: Household {
    var routine = Routine(id: "r", name: "r")
    routine.steps = [("breakfast", "07:00"), ("tea", "17:45"), ("bath", "18:30")].map { id, time in
      Step(id: id, at: TimeOfDay(time)!, name: id)  // a time
    }
    var household = Household()
    household.routines = [routine]
    return household
  }

  private func evenings(_ count: Int, mode: Mode = .ordinary) -> [Occurrence] {
    (0..<count).map { day in
      Occurrence(date: monday + day, at: TimeOfDay("18:30")!, step: "bath", child: "otter", mode: mode)  // a time
    }
  }

  private func figures(_ commands: [(Int, Command)], evenings count: Int = 7) -> RhythmFigures? {
    let acts = commands.enumerated().map { index, one in
      let date = monday + one.0
      return Act(id: index + 1, at: Zone.utc.startOfDay(date) + 61_200, date: date, by: "ros", command: one.1)
    }
    return RhythmFigures(evenings(count), acts, household)
  }

  @Test("an evening that went as written is kept; a morning's change is none of the evening's")
  func kept() {
    #expect(figures([])?.kept == 7)
    #expect(figures([(0, .delay(step: "breakfast", minutes: 40)), (1, .skip(step: "breakfast"))])?.kept == 7)
  }

  @Test("a quarter of an hour is near its time; more, however it comes together, is not")
  func late() {
    #expect(figures([(0, .delay(step: "bath", minutes: 15))])?.kept == 7)
    #expect(figures([(0, .delay(step: "bath", minutes: 16))])?.kept == 6)
    let twice: [(Int, Command)] = [(2, .delay(step: "bath", minutes: 10)), (2, .delay(step: "bath", minutes: 10))]
    #expect(figures(twice)?.kept == 6)
    let ran = Command.ranLate(minutes: 20, child: nil, dropped: [], moved: [StepShift(step: "bath", seconds: 1200)])
    #expect(figures([(3, ran)])?.kept == 6)
  }

  @Test("another order is another evening")
  func order() {
    #expect(figures([(0, .skip(step: "bath")), (0, .skip(step: "tea"))])?.kept == 6)
    #expect(figures([(4, .swapped(first: "tea", second: "bath", seconds: 2700))])?.kept == 6)
  }

  @Test("under three evenings are too few to say, and soft days are no evenings of it")
  func few() {
    #expect(figures([], evenings: 2) == nil)
    #expect(figures([], evenings: 3)?.of == 3)
    #expect(RhythmFigures(evenings(7, mode: .sick), [], household) == nil)
  }
}
