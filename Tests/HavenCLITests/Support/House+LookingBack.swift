import HavenAPI
import HavenCore

@testable import HavenCLI

extension House {
  /// The week of 9 March, in full.
  static let review: ReviewView = {
    var records = FigureRecords()
    let monday = CivilDate("2026-03-09")!  // a date
    records.occurrences = (0..<5).map { day in
      Occurrence(
        date: monday + day, at: TimeOfDay("17:25")!, step: "tablet-ends", child: "otter", hard: day < 2 ? 2 : 0,
        settle: day < 2 ? 10 : nil)  // a time
    }
    let morning = TimeOfDay("07:30")!  // a time
    records.occurrences.append(Occurrence(date: monday, at: morning, step: "shoes", child: "wren"))
    records.balance = [.structure, .structure, .even].enumerated().map {
      .init(date: monday + $0.offset, answer: $0.element)
    }
    records.promises = [.init(id: "kite", state: .kept), .init(id: "den", state: .movedInTime)]
    records.lanes = [.init(lane: .couple, hours: Hours(minutes: 360))]
    records.respite = [.init(lane: .couple, date: monday, hours: Hours(minutes: 180), state: .happened)]
    var view = ReviewView(
      Figures(records, today: monday + 6, week: monday), at: at("20:30", "2026-03-15"),
      question: "What was different on the times 'tablet-ends' went smoothly?")
    view.apart = .init(softDays: 1, softChanges: 6, awayChanges: 2)
    view.elsewhere = 1
    view.context = [.init(what: "food", n: 1, of: 2), .init(what: "solo", n: 0, of: 2)]
    view.helped = [.init(tag: "water", times: 2), .init(tag: "outside", times: 1)]
    view.children = [
      .init(child: "otter", offered: 9, specialMinutes: 45), .init(child: "wren", offered: 0, specialMinutes: 0),
    ]
    view.sides.boundariesHeld = 1
    view.sides.noticed = 3
    view.answeredDays = 3
    view.goals = [
      .init(goal: "walk", name: "a walk", touched: 2, met: true),
      .init(goal: "read", name: "read", touched: 0, met: false),
    ]
    view.experiment = "three small doses of nurture a day, ten seconds each"
    return view
  }()

  static let quarter: QuarterView = {
    var input = QuarterFigures.Input()
    let today = CivilDate("2026-03-15")!  // a date
    let first = QuarterFigures.first(before: today)
    input.weeks = (-13..<13).map { week in
      LivedWeek(
        monday: first + 7 * week, step: "bath", child: "otter", times: 10, hard: week < 0 ? 6 : max(0, 5 - week / 2),
        settle: Half(halves: 20))
    }
    input.softDates = [first]
    return QuarterView(QuarterFigures(input, today: today), at: at("20:30", "2026-03-15"))
  }()
}
