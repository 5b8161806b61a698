import HavenAPI
import HavenCore
import HavenStore

/// Reads the record out of the ledger, a piece at a time.
struct RecordReader {
  let ledger: BufferedLedger
  let zone: Zone
  let household: Household
  let privacy: Privacy
  /// Who asks: another carer's own is left out.
  let viewer: CarerID
  let since: Instant
  let until: Instant
  /// Hard moments of other logins, for the counts of a week.
  let shared: [LivedMoment]

  /// Rows that one piece looks at.
  static let length = 200
  /// Weeks that one piece counts.
  static let weeks = 4
  /// What a review meeting looks back on, in seconds: thirteen weeks.
  static let meeting = 13 * 7 * 86_400

  /// All that is the household's, and the viewer's own.
  func household(from place: RecordPlace) throws(StoreError) -> ExportView {
    switch place {
    case .weeks: return piece(try ledger.weeks(of: nil).filter(isWanted).map(record), next: .acts(after: 0))
    case .acts(let id):
      let (acts, next) = try ledger.acts(after: id, on: dates, limit: RecordReader.length)
      let shown = acts.filter { isWanted($0.at) && privacy.mayShow(privacy.owner(of: $0), to: viewer) }
      return piece(
        shown.map { RecordView($0, zone: zone) }, next: next.map { .acts(after: $0) } ?? .states(after: 0))
    case .states(let place):
      let rows = try ledger.entries(after: place, limit: RecordReader.length)
      let shown = rows.map(\.entry).filter { isWanted($0.at) && privacy.mayShow(privacy.owner(of: $0), to: viewer) }
      let next = rows.count == RecordReader.length ? rows.last.map { RecordPlace.states(after: $0.place) } : nil
      return piece(shown.map { RecordView($0, zone: zone) }, next: next)
    }
  }

  /// All that is about one child, and no other.
  func child(_ child: ChildID, from place: RecordPlace) throws(StoreError) -> ExportView {
    switch place {
    case .weeks: return piece(try ledger.weeks(of: child).filter(isWanted).map(record), next: .acts(after: 0))
    case .acts(let id): return try acts(about: child, after: id)
    case .states: return piece([], next: nil)
    }
  }

  /// The same for people outside of the house: every week counted, and no name but the child's alias.
  func meeting(about child: ChildID, from place: RecordPlace) throws(StoreError) -> ExportView {
    switch place {
    case .weeks(let date):
      let first = date ?? zone.date(at: since).startOfWeek
      let end = zone.date(at: until - 1)
      let mondays = (0..<RecordReader.weeks).map { first + 7 * $0 }.filter { $0 <= end }
      var records: [RecordView] = []
      for monday in mondays { records += try counts(of: child, week: monday).map(record) }
      let next = first + 7 * RecordReader.weeks
      return piece(records, next: next <= end ? .weeks(next) : .acts(after: 0))
    case .acts(let id):
      var view = try acts(about: child, after: id)
      let names = names(besides: child)
      view.records = view.records.map { $0.forMeeting(names) }
      return view
    case .states: return piece([], next: nil)
    }
  }

  private func counts(of child: ChildID, week monday: CivilDate) throws(StoreError) -> [WeekCount] {
    try ledger.counts(ofWeek: monday, child: child, zone: zone, shared: shared)
  }

  private func acts(about child: ChildID, after id: Int) throws(StoreError) -> ExportView {
    let mention = NameMention(child, others: household.children.map(\.id))
    let (acts, next) = try ledger.acts(after: id, on: dates, limit: RecordReader.length)
    let records = acts.filter { isWanted($0.at) }.compactMap { RecordView($0, about: mention, zone: zone) }
    return piece(records, next: next.map { .acts(after: $0) })
  }

  /// What is said in a note instead of whoever else is named in it.
  private func names(besides child: ChildID) -> [(NameMention, said: String)] {
    let carers = household.carers.flatMap { carer in [carer.id] + carer.name.split(separator: " ").map(String.init) }
    let children = household.children.map(\.id)
    return children.filter { $0 != child }.map { (NameMention($0, others: children), "another child") }
      + carers.map { (NameMention($0), "a carer") }
  }

  private func piece(_ records: [RecordView], next: RecordPlace?) -> ExportView {
    ExportView(zone: zone.name, records: records, next: next.map { "\($0)" })
  }

  private func record(_ week: WeekCount) -> RecordView {
    var view = RecordView(.week, at: Stamp(zone.startOfDay(week.monday), in: zone))
    view.child = week.child.isEmpty ? nil : week.child
    view.step = week.step.isEmpty ? nil : week.step
    (view.times, view.hard) = (week.times, week.hard)
    view.settle = week.settle.map { roundedHalfUp($0.halves, over: 2) }
    if week.apart > 0 { view.apart = week.apart }
    return view
  }

  private func isWanted(_ instant: Instant) -> Bool { since <= instant && instant < until }
  private func isWanted(_ week: WeekCount) -> Bool { isWanted(zone.startOfDay(week.monday)) }

  /// The dates to look through; wide enough for a household whose zone has changed.
  private var dates: ClosedRange<CivilDate> {
    let first = since == .distantPast ? CivilDate(dayNumber: 0) : zone.date(at: since) - 1
    let last = until == .distantFuture ? CivilDate(dayNumber: 2_932_896) : zone.date(at: until) + 1
    return min(first, last)...max(first, last)
  }
}
