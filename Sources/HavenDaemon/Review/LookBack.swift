import HavenCore
import HavenStore

/// Reads of the ledger what a look back needs, each as a range of an index, and only then: nothing of it is kept. What
/// was done in the Havens of other logins is counted with it, as far back as it is known.
struct LookBack {
  let ledger: any Ledger
  let household: Household
  let zone: Zone
  let now: Instant
  /// Acts of other logins, of the last hundred days.
  private let foreign: [Act]
  private let login: String?
  /// Before this date, what other logins did is not known; nil where there are none.
  let sharedSince: CivilDate?
  /// The first Monday whose details are there; weeks before it are kept as counts alone. Nil where all are there.
  let detailsFrom: CivilDate?

  init(ledger: any Ledger, _ engine: Engine, now: Instant) throws(StoreError) {
    self.ledger = ledger
    household = engine.household
    zone = engine.zone
    self.now = now
    login = engine.desktop.login
    foreign = engine.foreignActs.sorted { ($0.at, $0.origin ?? "", $0.id) < ($1.at, $1.origin ?? "", $1.id) }
    let others = SharedFolder.others(than: login, in: engine.household)
    sharedSince = others.isEmpty ? nil : engine.zone.date(at: now) - LookBack.rememberedDates
    detailsFrom = try ledger.countedTo()
  }

  /// As far back as other logins' acts are told, and the engine's own are remembered.
  private static let rememberedDates = 99
  /// Dates from when something is booked or promised to when it is due, at most.
  private static let longestAhead = 366
  private static let bookingKinds = ["respiteBook", "respiteCancel"]
  private static let respiteKinds = bookingKinds + ["respiteTook", "respiteForgive"]
  private static let promiseKinds = ["promiseAdd", "promiseMoved", "promiseKept", "promiseRepaired"]

  var today: CivilDate { zone.date(at: now) }

  /// Whether a date's acts are in the engine's memory.
  func isRemembered(_ date: CivilDate) -> Bool { date >= today - LookBack.rememberedDates + 1 }

  /// The first date that anything is known of.
  func since() throws(StoreError) -> CivilDate? { try ledger.firstOccurrence() }

  func moments(from first: CivilDate, through last: CivilDate) throws(StoreError) -> [LivedMoment] {
    let first = max(first, detailsFrom ?? first)
    guard first <= last else { return [] }
    let shared = foreign.compactMap { LivedMoment($0, zone: zone) }.filter { $0.date >= first && $0.date <= last }
    return try ledger.moments(from: first, through: last, zone: zone).filter { $0.at <= now } + shared
  }

  /// How each change of these dates went; today's as far as the day has come.
  func occurrences(
    from first: CivilDate, through last: CivilDate, moments: [LivedMoment], _ engine: inout Engine
  ) throws(StoreError) -> [Occurrence] {
    var occurrences = try ledger.occurrences(from: first, through: min(last, today - 1))
    if first <= today, today <= last {
      let wall = zone.civil(at: now).time
      occurrences += engine.occurrences(on: today).filter { $0.at <= wall }
    }
    return occurrences.with(moments)
  }

  /// A week of which the counts alone are kept; nil for one whose details are there.
  func counted(_ monday: CivilDate) throws(StoreError) -> CountedWeek? {
    try ledger.countedWeeks(from: monday, through: monday).first
  }

  /// What was done on these dates, in this login and in the others', in order of time.
  func acts(_ kinds: [String], from first: CivilDate, through last: CivilDate) throws(StoreError) -> [Act] {
    let (start, end) = (zone.startOfDay(first), min(zone.startOfDay(last + 1), now + 1))
    let own = try ledger.acts(ofKinds: kinds, from: start, to: end)
    let others = foreign.filter { $0.at >= start && $0.at < end && kinds.contains($0.command.name) }
    guard !others.isEmpty else { return own }
    var all: [Act] = []
    var rest = others[...]
    for act in own {
      // At one second the logins' names decide, as in the fold of the day.
      while let next = rest.first, (next.at, next.origin ?? "") < (act.at, login ?? "") {
        all.append(rest.removeFirst())
      }
      all.append(act)
    }
    return all + rest
  }

  /// Everything that was done on these dates, in this login.
  func allActs(from first: CivilDate, through last: CivilDate) throws(StoreError) -> [Act] {
    try ledger.acts(from: zone.startOfDay(first), to: min(zone.startOfDay(last + 1), now + 1))
  }

  /// Respite that matters on these dates. Bookings are made ahead of time: a year is looked back for them.
  func respite(from first: CivilDate, through last: CivilDate) throws(StoreError) -> RespiteHistory {
    let acts = try acts(
      LookBack.respiteKinds, from: first - LookBack.longestAhead, through: last + LookBack.longestAhead)
    return try respite(acts, from: first, through: last)
  }

  /// - Parameter acts: of a year before these dates and on; of others than respite's nothing is looked at.
  private func respite(
    _ acts: [Act], from first: CivilDate, through last: CivilDate
  ) throws(StoreError) -> RespiteHistory {
    // Before Haven was there nothing is known of the standing windows.
    let since = try since() ?? today
    let start = max(first, since)
    return RespiteHistory(
      acts: acts, household: household, zone: zone, standing: start..<max(start, last + 1), now: now)
  }

  /// The records that a week's figures are made from.
  func records(
    week monday: CivilDate, occurrences: [Occurrence]
  ) throws(StoreError) -> FigureRecords {
    var records = FigureRecords()
    let first = min(today - RespiteFigures.windowLength, monday)
    // Of bookings both are made: they are read once.
    let kinds = LookBack.respiteKinds + LookBack.promiseKinds
    let acts = try acts(kinds, from: first - LookBack.longestAhead, through: today)
    let respite = try respite(acts, from: first, through: today)
    records.lanes = household.respite.compactMap(FigureRecords.LaneTarget.init)
    records.respite = respite.times
    records.forgiven = respite.forgiven
    records.nightsAway = respite.nights
    records.allowance = household.respite.lazy.compactMap(FigureRecords.Allowance.init).first
    records.occurrences = occurrences
    records.balance = try balance(from: monday, through: monday + 6)
    records.promises = promises(acts, dueFrom: monday, through: monday + 6)
    return records
  }

  /// What became of promises that were due on these dates. The engine remembers of an old one how it ended, not that it
  /// was moved.
  func promises(dueFrom first: CivilDate, through last: CivilDate) throws(StoreError)
    -> [FigureRecords.PromiseOutcome]
  {
    let kinds = LookBack.promiseKinds + LookBack.bookingKinds
    return promises(try acts(kinds, from: first - LookBack.longestAhead, through: today), dueFrom: first, through: last)
  }

  /// - Parameter acts: of a year before these dates and on; of others than those of promises nothing is looked at.
  private func promises(
    _ acts: [Act], dueFrom first: CivilDate, through last: CivilDate
  ) -> [FigureRecords.PromiseOutcome] {
    let start = zone.startOfDay(first - LookBack.longestAhead)
    return FigureRecords.PromiseOutcome.each(
      of: acts.filter { $0.at >= start }, dueFrom: first, through: last, zone: zone, now: now)
  }

  /// Each carer's last answer of a date.
  func balance(from first: CivilDate, through last: CivilDate) throws(StoreError) -> [FigureRecords.BalanceAnswer] {
    struct Key: Hashable {
      var date: CivilDate
      var carer: CarerID
    }
    var answers: [Key: Balance] = [:]
    for act in try acts(["balance"], from: first, through: last) {
      if case .balance(let answer) = act.command { answers[Key(date: act.date, carer: act.by)] = answer }
    }
    return answers.map { .init(date: $0.key.date, answer: $0.value) }
  }
}

extension Command {
  /// The case's name, as the ledger calls its kind.
  fileprivate var name: String { Mirror(reflecting: self).children.first?.label ?? "\(self)" }
}
