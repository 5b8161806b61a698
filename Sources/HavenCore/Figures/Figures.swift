/// What a week and its quarter say, in numbers: values in, values out.
public struct Figures: Sendable, Equatable {
  public var today: CivilDate
  public var respite: RespiteFigures
  /// Nil without an allowance.
  public var overnight: OvernightFigures?
  public var week: WeekFigures
  /// Nil under three answers: too few to say.
  public var balance: BalanceFigures?
  public var promises: PromiseFigures

  /// - Parameters:
  ///   - today: the last date that respite is counted to.
  ///   - week: a date of the week that is looked at; weeks start on Monday.
  public init(_ records: FigureRecords, today: CivilDate, week: CivilDate) {
    self.today = today
    let monday = week.startOfWeek
    let dates = monday...(monday + 6)
    respite = RespiteFigures(records, today: today)
    overnight = records.allowance.map { OvernightFigures($0, nights: records.nightsAway, today: today) }
    self.week = WeekFigures(monday: monday, records.occurrences)
    balance = BalanceFigures(records.balance.filter { dates.contains($0.date) }.map(\.answer))
    promises = PromiseFigures(records.promises.map(\.state))
  }
}
