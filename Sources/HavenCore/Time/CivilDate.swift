/// A date of the proleptic Gregorian calendar, without a zone: a day number, so that arithmetic is addition.
///
/// The conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`
/// (<https://howardhinnant.github.io/date_algorithms.html>), exact over the whole range.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public var dayNumber: Int

  public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// Nil where the month or the day does not exist, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= CivilDate.daysIn(month: month, year: year) else { return nil }
    self.init(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
  }

  /// Parses `2026-03-10`; nil for anything else, dates that do not exist included.
  @inlinable
  public init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

  /// The same of a text's bytes.
  @inlinable
  public init?(utf8 bytes: some Sequence<UInt8>) {
    var (year, month, day, place) = (0, 0, 0, 0)
    for byte in bytes {
      let digit = Int(byte) - 0x30
      switch place {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case 0...9 where !(0...9).contains(digit): return nil
      case 0...3: year = year * 10 + digit
      case 5, 6: month = month * 10 + digit
      case 8, 9: day = day * 10 + digit
      default: return nil
      }
      place += 1
    }
    guard place == 10 else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public var year: Int { components.year }
  /// 1 to 12.
  public var month: Int { components.month }
  /// 1 to 31.
  public var day: Int { components.day }

  public var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public var weekday: Weekday { Weekday(rawValue: ((dayNumber + 3) % 7 + 7) % 7)! }  // 1970-01-01 was a Thursday (3)
  /// The Monday of this date's week: weeks start on Monday everywhere in Haven.
  public var startOfWeek: CivilDate { self - weekday.rawValue }
  /// The first date of the calendar quarter (1 January, April, July or October).
  public var startOfQuarter: CivilDate {
    CivilDate(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)!  // the first of a month exists
  }

  public static func + (a: CivilDate, days: Int) -> CivilDate { CivilDate(dayNumber: a.dayNumber + days) }
  public static func - (a: CivilDate, days: Int) -> CivilDate { CivilDate(dayNumber: a.dayNumber - days) }
  /// Days from `b` to `a`.
  public static func - (a: CivilDate, b: CivilDate) -> Int { a.dayNumber - b.dayNumber }
  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.dayNumber < b.dayNumber }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  public static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CivilDate: CustomStringConvertible {
  /// `2026-03-10`.
  public var description: String {
    let (year, month, day) = components
    if (0...9999).contains(year) {
      return String(unsafeUninitializedCapacity: 10) { text in
        var pairs = DigitPairs(text)
        pairs.write(year / 100)
        pairs.write(year % 100, "-")
        pairs.write(month, "-")
        pairs.write(day)
        return pairs.end
      }
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension CivilDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CivilDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a date")
    }
    self = date
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// Monday first, as everywhere in Haven.
public enum Weekday: Int, CaseIterable, Sendable, Codable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// `Monday`, for the shell and for paper; a notification's is its language's own.
  public var englishName: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

/// Digits only, no sign; nil for anything else.
func decimal(_ text: some Sequence<UInt8>) -> Int? {
  var value = 0
  var any = false
  for byte in text {
    guard (0x30...0x39).contains(byte), value < 1_000_000_000 else { return nil }
    value = value * 10 + Int(byte - 0x30)
    any = true
  }
  return any ? value : nil
}

/// `7` in two places is `07`.
func padded(_ value: Int, _ places: Int) -> String {
  let digits = String(value.magnitude)
  return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, places - digits.count)) + digits
}
