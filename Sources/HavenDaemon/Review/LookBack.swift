import HavenCore
import HavenStore

/// Reads of the ledger what a look back needs, each as a range of an index, and only then: nothing of it is kept.
struct LookBack {
  let ledger: any Ledger
  let household: Household
  let zone: Zone
  let now: Instant

  var today: CivilDate { zone.date(at: now) }

  func moments(from first: CivilDate, through last: CivilDate) throws(StoreError) -> [LivedMoment] {
    try acts(["hard"], from: first, through: last + 2).compactMap { LivedMoment($0, zone: zone) }.filter {
      $0.date >= first && $0.date <= last
    }
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

  func acts(_ kinds: [String], from first: CivilDate, through last: CivilDate) throws(StoreError) -> [Act] {
    try ledger.acts(ofKinds: kinds, from: zone.startOfDay(first), to: min(zone.startOfDay(last + 1), now + 1))
  }

  /// Respite that matters on these dates. Bookings are made ahead of time: a year is looked back for them.
  func respite(from first: CivilDate, through last: CivilDate) throws(StoreError) -> RespiteHistory {
    let acts = try acts(
      ["respiteBook", "respiteCancel", "respiteTook", "respiteForgive"], from: first - 366, through: last + 366)
    // Before Haven was there nothing is known of the standing windows.
    let since = try ledger.firstOccurrence() ?? today
    let start = max(first, since)
    return RespiteHistory(
      acts: acts, household: household, zone: zone, standing: start..<max(start, last + 1), now: now)
  }

  /// The records that a week's figures are made from.
  func records(
    week monday: CivilDate, occurrences: [Occurrence], _ engine: inout Engine
  ) throws(StoreError) -> FigureRecords {
    var records = FigureRecords()
    let respite = try respite(from: min(today - RespiteFigures.windowLength, monday), through: today)
    records.lanes = household.respite.compactMap(FigureRecords.LaneTarget.init)
    records.respite = respite.times
    records.forgiven = respite.forgiven
    records.nightsAway = respite.nights
    records.allowance = household.respite.lazy.compactMap(FigureRecords.Allowance.init).first
    records.occurrences = occurrences
    records.balance = try balance(from: monday, through: monday + 6)
    records.promises = engine.promises(dueFrom: monday, through: monday + 6, now: now)
    return records
  }

  /// Each carer's last answer of a date.
  private func balance(from first: CivilDate, through last: CivilDate) throws(StoreError)
    -> [FigureRecords.BalanceAnswer]
  {
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
