import HavenCore
import Testing

@Suite("How steadily the grown-ups kept the evening")
struct RhythmFiguresTests {
  /// A Monday.
  private let monday = CivilDate("2026-03-09")!  // a date

  private let written = ["breakfast": "07:00", "tea": "17:45", "bath": "18:30"].mapValues { TimeOfDay($0)! }  // times

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
    return RhythmFigures(evenings(count), acts) { _ in written }
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

  @Test("a change is of the evening by its own time of that date, whatever the config says now")
  func stood() {
    // Tea was at half past four that week, and half an hour late on one day of it; the config has moved it since.
    let tea = (0..<7).map { day in
      Occurrence(
        date: monday + day, at: TimeOfDay(day == 2 ? "17:00" : "16:30")!, step: "tea", child: "otter")  // times
    }
    let delay = Act(
      id: 1, at: Zone.utc.startOfDay(monday + 2), date: monday + 2, by: "ros", command: .delay(step: "tea", minutes: 30)
    )
    #expect(RhythmFigures(evenings(7) + tea, [delay]) { _ in written }?.kept == 7)
    #expect(RhythmFigures(evenings(7), [delay]) { _ in written }?.kept == 6)
    #expect(RhythmFigures(evenings(7), [delay]) { _ in [:] }?.kept == 7, "no plan has it")
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
    #expect(RhythmFigures(evenings(7, mode: .sick), []) { _ in written } == nil)
  }
}
