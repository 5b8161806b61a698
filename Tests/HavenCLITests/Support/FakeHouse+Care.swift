import HavenAPI
import HavenCore

@testable import HavenCLI

extension FakeHouse {
  func goals(as carer: CarerID?) throws(ServiceError) -> GoalsView { try answer("goals \(carer ?? "-")", House.goals) }
  func respite(as carer: CarerID?) throws(ServiceError) -> RespiteView { try answer("respite", respiteView) }
  func promises(as carer: CarerID?) throws(ServiceError) -> PromisesView { try answer("promises", promisesView) }
}

extension House {
  static let goals: GoalsView = {
    let monday = CivilDate("2026-03-09")!  // a date
    func goal(_ id: String, _ name: String, _ domain: String, _ change: (inout GoalsView.Goal) -> Void)
      -> GoalsView.Goal
    {
      var goal = GoalsView.Goal(goal: id, name: name, domain: domain, minutes: 20, since: monday)
      change(&goal)
      return goal
    }
    let range = GoalsView.Target(Target(low: 2, high: 3, unit: .times, period: .weeks(1)))
    return GoalsView(
      at: at("17:12"), carer: "ros", nudgesToday: 1, nudgesThisWeek: 3,
      goals: [
        goal("walk", "a walk", "body") {
          $0.target = range
          $0.touched = 2
          $0.full = 1
          $0.offeredBy = "window"
          $0.smallest = "to the gate"
          $0.windows = [.init(from: at("17:00"), until: at("18:00"))]
          $0.hold = .init(reason: "ladder", until: at("17:40"))
          $0.next = at("17:40")
          $0.answers = [.init(window: "after school", offered: 8, answered: 75, taken: 50)]
        },
        goal("read", "read", "mind") { $0.state = "sleeping" },
        goal("swim", "swim", "body") {
          $0.target = range
          $0.touched = 2
          $0.full = 2
          $0.offeredBy = "window"
          $0.met = true
          $0.windows = [.init(from: at("20:00"), until: at("21:00"))]
        },
      ])
  }()

  static let respite: RespiteView = {
    var records = FigureRecords()
    let today = CivilDate("2026-03-10")!  // a date
    records.lanes = [.init(lane: .couple, hours: Hours(minutes: 360))]
    records.respite = [.init(lane: .couple, date: today, hours: Hours(minutes: 180), state: .happened)]
    records.allowance = .init(nights: 14, per: .year)
    let figures = Figures(records, today: today, week: today)
    var lane = RespiteLane(lane: .couple)
    lane.cover = "Auntie Jo"
    lane.knownSince = CivilDate("2024-05-01")
    return RespiteView(
      at: at("17:12"), carer: "ros", respite: RespiteFiguresView(figures.respite),
      overnight: figures.overnight.map(OvernightFiguresView.init),
      lanes: [
        .init(lane, next: .init(from: at("19:00", "2026-03-20"), until: at("22:00", "2026-03-20")))
      ],
      booked: [
        .init(
          lane: "overnight", from: at("15:00", "2026-03-20"), until: at("17:00", "2026-03-22"),
          checklist: [
            .init(.cover), .init(.confirm, at: at("20:30", "2026-03-13")),
            .init(.tell, at: at("20:30", "2026-03-19"), child: "otter", carer: "ros"), .init(.careCard),
            .init(.goodbye, at: at("15:00", "2026-03-20")),
            .init(.back, at: at("17:00", "2026-03-22"), promise: "back-overnight-2026-03-22"),
            .init(.landing, at: at("17:30", "2026-03-22")), .init(.softDay, at: at("00:00", "2026-03-23")),
          ])
      ])
  }()

  static let promises: PromisesView = {
    func promise(_ id: String, _ due: Stamp, _ state: PromisesView.Promise.State) -> PromisesView.Promise {
      .init(promise: id, due: due, by: "ros", set: at("09:00"), state: state)
    }
    var kite = promise("kite", at("18:00"), .open)
    kite.note = "we fly it behind the school"
    kite.hangsOn = "nan"
    return PromisesView(
      at: at("17:12"), since: CivilDate("2026-02-11")!,  // a date
      promises: [
        kite, promise("den", at("16:00", "2026-03-07"), .overdue),
        promise("bun", at("16:00", "2026-03-08"), .movedInTime),
      ], figures: PromiseFiguresView(PromiseFigures([.movedInTime, .missed])))
  }()
}
