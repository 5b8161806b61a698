/// Some of the seven days; `"Mon-Fri"`, `"Tue, Thu"` and `"daily"` in the config language.
public struct WeekdaySet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let daily = WeekdaySet(rawValue: 0b111_1111)

  public init(_ days: some Sequence<Weekday>) {
    self.init(rawValue: days.reduce(0) { $0 | 1 << UInt8($1.rawValue) })
  }

  public func contains(_ day: Weekday) -> Bool { rawValue & 1 << UInt8(day.rawValue) != 0 }
}
