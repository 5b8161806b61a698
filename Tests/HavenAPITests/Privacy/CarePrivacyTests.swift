import HavenCore
import Testing

@testable import HavenAPI

@Suite("What of the carers' own care each answer leaves out")
struct CarePrivacyTests {
  private static let household: Household = {
    var household = Household()
    household.carers = ["ros", "imani"].map { id in
      var carer = Carer(id: id, name: id)
      carer.login = id
      return carer
    }
    return household
  }()
  private static let privacy = Privacy(household: household, login: "ros")
  private static let headsUp = HeadsUpView(HeadsUp(child: "otter", startsAt: Samples.at("17:12").instant), in: .utc)

  @Test("Respite: how much time off another carer had; whose turn it is, and what is booked, stays")
  func respite() {
    var records = FigureRecords()
    records.lanes = [Lane.solo("ros"), .solo("imani"), .couple].map { .init(lane: $0, hours: Hours(minutes: 60)) }
    let today = CivilDate("2026-03-10")!  // a date
    let figures = RespiteFiguresView(RespiteFigures(records, today: today))
    for (login, isPrivate) in [("ros", true), ("ros", false), ("home", true)] {
      var household = Self.household
      household.settings.isPrivate = isPrivate
      let privacy = Privacy(household: household, login: login)
      let view = RespiteView(
        at: Samples.at("17:12"), carer: "ros", respite: figures, booked: [Samples.respite.booked[0]])
      let shown = privacy.shown(view, to: "ros")
      #expect(shown.respite.lanes.map(\.lane) == ["solo:ros", "couple"])
      #expect(shown.respite.nextInLine == ["solo:ros", "solo:imani", "couple"])
      #expect(shown.booked == view.booked)
    }
  }

  @Test("the week and the quarter leave it out too")
  func lookingBack() {
    var records = FigureRecords()
    records.lanes = [Lane.solo("ros"), .solo("imani"), .couple].map { .init(lane: $0, hours: Hours(minutes: 60)) }
    var review = Samples.review
    review.respite = RespiteFiguresView(RespiteFigures(records, today: CivilDate("2026-03-10")!))  // a date
    #expect(Self.privacy.shown(review, to: "ros").respite.lanes.map(\.lane) == ["solo:ros", "couple"])
    #expect(Self.privacy.shown(review, to: "ros").goals == review.goals)
    var quarter = Samples.quarter
    let trend = quarter.trends[0]
    quarter.trends = ["solo:ros", "solo:imani", "couple", nil].map { lane in
      var trend = trend
      trend.lane = lane
      return trend
    }
    #expect(Self.privacy.shown(quarter, to: "ros").trends.map(\.lane) == ["solo:ros", "couple", nil])
  }

  @Test("Tomorrow and Now: what only one carer is told ahead of stays with them")
  func toldAhead() {
    var tomorrow = Samples.tomorrow
    tomorrow.headsUp = [Self.headsUp]
    #expect(Self.privacy.shown(tomorrow, to: "imani").headsUp == nil)
    #expect(Self.privacy.shown(tomorrow, to: "ros") == tomorrow)
    var now = Samples.now
    now.headsUp = [Self.headsUp]
    #expect(Self.privacy.shown(now).headsUp == [Self.headsUp])
    now.carer = "imani"
    #expect(Self.privacy.shown(now).headsUp == nil)
  }
}
