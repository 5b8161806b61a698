/// A line with a time of its own: the digest, an appointment's, a promise's.
struct FixedLine: Sendable {
  /// Its id in the ledger.
  var id: String
  var kind: Line.Kind
  var at: Instant
  var to: CarerID
  /// What it announces has begun by then, and the line says nothing any more; nil where nothing begins.
  var beginsAt: Instant?
  var subject: Line.Subject
  /// What the ledger files it under.
  var about: String?
  var isTransient = false
}

extension Engine {
  /// Every fixed line of the date, in order of time.
  mutating func fixedLines(on date: CivilDate) -> [FixedLine] {
    guard zone.exists(date) else { return [] }
    var lines: [FixedLine] = []
    let digestAt = zone.instant(date, household.settings.digest)
    addDigest(to: &lines, on: date, at: digestAt)
    addMarkedDates(to: &lines, on: date, at: digestAt)
    let day = zone.startOfDay(date)..<zone.startOfDay(date + 1)
    for goal in household.goals where goal.appointment != nil { addAppointments(of: goal, to: &lines, in: day) }
    for promise in facts.promises where promise.state == .open { add(promise, to: &lines, in: day) }
    for booking in facts.bookings { add(booking, to: &lines, on: date, in: day) }
    return lines.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// At the digest time every carer gets one digest, on Sundays the review instead.
  private func addDigest(to lines: inout [FixedLine], on date: CivilDate, at: Instant) {
    let kind: Line.Kind = date.weekday == .sunday ? .review : .digest
    let subject: Line.Subject = stillRight(at: at) == nil ? .none : .stillSoft
    for carer in household.carers {
      lines.append(
        FixedLine(id: "\(date)/\(kind.rawValue)/\(carer.id)", kind: kind, at: at, to: carer.id, subject: subject))
    }
  }

  private func addMarkedDates(to lines: inout [FixedLine], on date: CivilDate, at: Instant) {
    for (index, marked) in household.markedDates.enumerated() {
      for days in Set(marked.headsUp).sorted() where marked.date - days == date {
        for carer in keyCarers(of: marked.child) {
          lines.append(
            FixedLine(
              id: "\(date)/marked/\(index + 1)/\(carer)", kind: .marked, at: at, to: carer,
              subject: .marked(daysAhead: days), isTransient: true))
        }
      }
    }
  }

  /// The child's key carers, else all carers.
  func keyCarers(of child: ChildID?) -> [CarerID] {
    let own = child.flatMap { household.child($0)?.keyCarers } ?? []
    return own.isEmpty ? household.carers.map(\.id) : own
  }

  /// Twenty-four hours and two hours before.
  private func addAppointments(of goal: Goal, to lines: inout [FixedLine], in day: Range<Instant>) {
    guard let appointment = goal.appointment else { return }
    let first = zone.date(at: day.lowerBound)
    for date in [first, first + 1, first + 2] where zone.exists(date) {
      guard appointment.happens(on: date) else { continue }
      let startsAt = zone.instant(date, appointment.start.time)
      for lead in [86_400, 7200] where day.contains(startsAt - lead) {
        lines.append(
          FixedLine(
            id: "\(date)/appointment/\(goal.id)/\(lead)", kind: .appointment, at: startsAt - lead, to: goal.carer,
            beginsAt: startsAt, subject: .appointment(goal: goal.id, startsAt: startsAt, lead: lead),
            about: goal.id, isTransient: goal.isPrivate))
      }
    }
  }

  /// Twenty-four hours and two hours before, those still ahead when it was made or moved; half an hour where
  /// neither is.
  private func add(_ promise: Facts.Promise, to lines: inout [FixedLine], in day: Range<Instant>) {
    let ahead = [86_400, 7200].filter { promise.dueAt - $0 > promise.setAt }
    let leads = ahead.isEmpty ? [1800].filter { promise.dueAt - $0 > promise.setAt } : ahead
    for lead in leads where day.contains(promise.dueAt - lead) {
      lines.append(
        FixedLine(
          id: "promise/\(promise.id)/\(promise.dueAt.seconds)/\(lead)", kind: .promise, at: promise.dueAt - lead,
          to: promise.carer, beginsAt: promise.dueAt,
          subject: .promise(id: promise.id, dueAt: promise.dueAt, lead: lead), about: promise.id))
    }
  }

  private mutating func add(
    _ booking: Facts.Booking, to lines: inout [FixedLine], on date: CivilDate, in day: Range<Instant>
  ) {
    let startsAt = zone.instant(of: booking.start)
    let moments = [zone.instant(booking.start.date - 7, household.settings.digest), startsAt - 7200]
    for at in moments where day.contains(at) && at > booking.bookedAt && at < startsAt {
      for carer in audience(of: booking.lane) {
        lines.append(
          FixedLine(
            id: "respite/\(booking.lane)/\(booking.start)/\(at.seconds)/\(carer)", kind: .respite, at: at, to: carer,
            beginsAt: startsAt, subject: .respite(lane: booking.lane, startsAt: startsAt, lead: startsAt - at),
            about: "\(booking.lane)"))
      }
    }
    guard booking.lane == .overnight else { return }
    for child in household.children {
      guard let at = tellAt(child, booking: booking), day.contains(at), at > booking.bookedAt, at < startsAt else {
        continue
      }
      lines.append(
        FixedLine(
          id: "tell/\(child.id)/\(booking.start)", kind: .tell, at: at,
          to: child.keyCarers.first ?? household.carers[0].id,  // a household has a carer
          beginsAt: startsAt, subject: .tell(child: child.id, startsAt: startsAt), about: child.id, isTransient: true))
    }
  }

  private func audience(of lane: Lane) -> [CarerID] {
    switch lane {
    case .solo(let carer): [carer]
    case .couple, .overnight: household.carers.map(\.id)
    case .sibling(let child): keyCarers(of: child)
    }
  }

  /// When a child of this working age is best told: that morning, the evening before, two days or a week ahead.
  mutating func tellAt(_ child: Child, booking: Facts.Booking) -> Instant? {
    let date = booking.start.date
    func atDigest(_ daysBefore: Int) -> Instant { zone.instant(date - daysBefore, household.settings.digest) }
    switch child.workingAge {
    case nil: return atDigest(2)
    case .some(let age) where age >= 10: return atDigest(7)
    case .some(let age) where age >= 7: return atDigest(2)
    case .some(let age) where age >= 4: return atDigest(1)
    default: return plan(for: date).steps.first { $0.children.contains(child.id) }?.at
    }
  }
}
