/// Nights away, of what is allowed.
public struct OvernightFigures: Sendable, Equatable {
  public var allowance: Int
  /// In this year or quarter.
  public var used: Int
  public var booked: Int
  public var period: Period

  public enum Period: Sendable, Equatable {
    /// Thousandths of a night that an even pace would have used by today: allowance × day of the year / 365.
    case year(pace: Int)
    /// Dates of the quarter after today.
    case quarter(daysLeft: Int)
  }

  public init(_ allowance: FigureRecords.Allowance, nights: [FigureRecords.NightAway], today: CivilDate) {
    let first = allowance.period == .year ? today.startOfYear : today.startOfQuarter
    let next = allowance.period == .year ? (first + 366).startOfYear : (first + 92).startOfQuarter
    let own = nights.filter { $0.date >= first && $0.date < next }
    self.allowance = allowance.nights
    used = own.count { $0.state == .used }
    booked = own.count { $0.state == .booked }
    switch allowance.period {
    case .year:
      period = .year(pace: roundedHalfUp(allowance.nights * (today - first + 1) * 1000, over: 365))
    case .quarter:
      period = .quarter(daysLeft: next - today - 1)
    }
  }
}

extension CivilDate {
  /// 1 January.
  public var startOfYear: CivilDate { CivilDate(year: year, month: 1, day: 1)! }  // every year has one
}
