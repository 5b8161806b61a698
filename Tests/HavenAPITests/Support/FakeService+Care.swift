import HavenCore

@testable import HavenAPI

extension FakeService {
  func goals(as carer: CarerID?) throws(ServiceError) -> GoalsView {
    try answer("goals \(carer ?? "-")", Samples.goals)
  }
  func respite(as carer: CarerID?) throws(ServiceError) -> RespiteView {
    try answer("respite \(carer ?? "-")", Samples.respite)
  }
  func promises(as carer: CarerID?) throws(ServiceError) -> PromisesView {
    try answer("promises \(carer ?? "-")", Samples.promises)
  }
}

extension Samples {
  static let goals: GoalsView = {
    var goal = GoalsView.Goal(
      goal: "walk", name: "walk to the gate", domain: "body", minutes: 20, since: CivilDate("2026-03-09")!)  // a date
    goal.smallest = "to the door"
    goal.target = GoalsView.Target(Target(low: 2, high: 3, unit: .times, period: .weeks(1)))
    goal.met = true
    goal.windows = [GoalsView.Window(from: at("17:00"), until: at("18:00"))]
    goal.next = at("17:30")
    goal.hold = GoalsView.Hold(reason: "ladder", until: at("17:30"))
    goal.appointment = at("18:00")
    goal.answers = [GoalsView.Answers(window: "after school", offered: 6, answered: 50, taken: 33)]
    return GoalsView(at: at("17:12"), carer: "ros", nudgesToday: 1, nudgesThisWeek: 3, goals: [goal])
  }()

  static let respite = RespiteView(
    at: at("17:12"), carer: "ros", respite: review.respite, overnight: review.overnight,
    booked: [RespiteView.Booking(lane: "couple", from: at("19:00"), until: at("22:00"), checklist: [.init(.cover)])],
    calledOff: [.init(lane: "couple", from: CivilDateTime("2026-03-07T19:00")!, by: "sitter")])  // a moment

  static let promises = PromisesView(
    at: at("17:12"), since: CivilDate("2026-02-11")!,  // a date
    promises: [PromisesView.Promise(promise: "kite", due: at("18:00"), by: "ros", set: at("09:00"), state: .open)],
    figures: review.promises)
}
