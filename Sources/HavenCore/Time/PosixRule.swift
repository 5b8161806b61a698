/// The footer of a TZif file: a POSIX `TZ` string (XBD §8.3) with the extensions of RFC 9636 §3.3.1.
///
/// `GMT0BST,M3.5.0/1,M10.5.0`: offsets in it are seconds west, here they are seconds east.
struct PosixRule: Equatable {
  var standardOffset: Int
  /// The other half of the year; nil where the clocks are never changed.
  var summer: Summer?

  /// In Dublin this is the winter: "daylight saving" there is an hour behind.
  struct Summer: Equatable {
    var offset: Int
    /// On the wall clock before it, and on the wall clock of `offset`.
    var start: YearlyChange
    var end: YearlyChange
  }

  /// When the clocks are changed, on the wall clock before the change.
  struct YearlyChange: Equatable {
    var day: Day
    /// Seconds from midnight, −167 h to 167 h.
    var time: Int

    enum Day: Equatable {
      /// `J60`: 1 to 365, 29 February never counted.
      case withoutLeapDay(Int)
      /// `59`: 0 to 365, 29 February counted.
      case zeroBased(Int)
      /// `M3.5.0`: the week is 1 to 5, where 5 is the last; the weekday counts from Sunday, 0.
      case weekday(month: Int, week: Int, sundayBased: Int)
    }

    /// Wall seconds since 1970-01-01T00:00:00.
    func seconds(in year: Int) -> Int { dayNumber(in: year) * 86_400 + time }

    private func dayNumber(in year: Int) -> Int {
      let newYear = CivilDate(firstOfYear: year).dayNumber
      switch day {
      case .withoutLeapDay(let day):
        return newYear + day - 1 + (day >= 60 && CivilDate.isLeap(year) ? 1 : 0)
      case .zeroBased(let day):
        return newYear + day
      case .weekday(let month, let week, let sundayBased):
        let first = CivilDate(year: year, month: month, day: 1)!  // the first of a month exists
        let wanted = (sundayBased + 6) % 7
        var day = (wanted - first.weekday.rawValue + 7) % 7 + 7 * (week - 1)
        if day >= CivilDate.daysIn(month: month, year: year) { day -= 7 }
        return first.dayNumber + day
      }
    }
  }

  /// Nil for anything that is not such a string.
  init?(_ text: some Collection<UInt8>) {
    var reader = Reader(rest: Array(text)[...])
    guard reader.skipName(), let west = reader.offset(hours: 0...24) else { return nil }
    standardOffset = -west
    guard !reader.rest.isEmpty else { return }
    guard reader.skipName() else { return nil }
    var offset = standardOffset + 3600
    if reader.rest.first != UInt8(ascii: ",") {
      guard let west = reader.offset(hours: 0...24) else { return nil }
      offset = -west
    }
    guard let start = reader.change(), let end = reader.change(), reader.rest.isEmpty else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }
}

extension PosixRule {
  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard let first = rest.first, first == UInt8(ascii: character) else { return false }
      rest.removeFirst()
      return true
    }

    /// `GMT` or `<+0330>`.
    mutating func skipName() -> Bool {
      let quoted = take("<")
      let name = rest.prefix { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): quoted
        default: false
        }
      }
      rest = rest.dropFirst(name.count)
      return name.count >= 3 && (!quoted || take(">"))
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int? {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      guard digits.count <= 3, let value = decimal(digits), range.contains(value) else { return nil }
      return value
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func offset(hours range: ClosedRange<Int>) -> Int? {
      let sign = take("-") ? -1 : 1
      if sign == 1 { _ = take("+") }
      guard let hours = number(range) else { return nil }
      var seconds = hours * 3600
      if take(":") {
        guard let minutes = number(0...59) else { return nil }
        seconds += minutes * 60
        if take(":") {
          guard let odd = number(0...59) else { return nil }
          seconds += odd
        }
      }
      return sign * seconds
    }

    /// `,M3.5.0/1`; two in the morning where no time is given.
    mutating func change() -> YearlyChange? {
      guard take(","), let day = day() else { return nil }
      guard take("/") else { return YearlyChange(day: day, time: 7200) }
      guard let time = offset(hours: 0...167) else { return nil }
      return YearlyChange(day: day, time: time)
    }

    private mutating func day() -> YearlyChange.Day? {
      if take("J") { return number(1...365).map { .withoutLeapDay($0) } }
      guard take("M") else { return number(0...365).map { .zeroBased($0) } }
      guard let month = number(1...12), take("."), let week = number(1...5), take("."), let day = number(0...6)
      else { return nil }
      return .weekday(month: month, week: week, sundayBased: day)
    }
  }
}
