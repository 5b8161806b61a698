import HavenAPI
import HavenCore
import HavenStore

extension RespiteView {
  /// The figures are those of this week's review; the bookings are the engine's.
  init(_ past: LookBack, _ engine: inout Engine, carer: CarerID) throws(StoreError) {
    let zone = past.zone, now = past.now
    let records = try past.records(week: past.today.startOfWeek, occurrences: [])
    let figures = Figures(records, today: past.today, week: past.today)
    let household = past.household
    self.init(
      at: Stamp(now, in: zone), carer: carer, respite: RespiteFiguresView(figures.respite),
      overnight: figures.overnight.map(OvernightFiguresView.init))
    for lane in household.respite {
      let next = engine.standingRespite(in: lane, now: now)
      lanes.append(
        Lane(
          lane, next: next.map { .init(from: Stamp($0.lowerBound, in: zone), until: Stamp($0.upperBound, in: zone)) }))
    }
    for planned in engine.respiteAhead(now: now) {
      let lane = household.respite.first { $0.lane == planned.lane }
      let isCarer = household.carers.contains { $0.name == lane?.cover || $0.id == lane?.cover }
      booked.append(
        Booking(planned, cover: lane?.cover, isKnown: isCarer || lane?.knownSince != nil, now: now, zone: zone))
    }
    let window = past.today - (RespiteFigures.windowLength - 1)
    for act in try past.acts(["respiteCancel"], from: window, through: past.today) {
      guard case .respiteCancel(let lane, let from, let by) = act.command else { continue }
      calledOff.append(CalledOff(lane: lane.description, from: from, by: by?.rawValue))
    }
  }
}
