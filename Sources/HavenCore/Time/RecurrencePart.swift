extension RecurrenceParts {
  /// One `NAME=VALUE`, in capitals: iCalendar does not tell them from small letters.
  struct Part {
    var name: String
    var value: String
    var nameLength: Int
    /// UTF-8 bytes from the start of the rule to the name.
    var offset: Int

    var isOfTimes: Bool { ["BYHOUR", "BYMINUTE", "BYSECOND"].contains(name) }

    /// A fault of the whole part.
    func fault(_ message: String, hint: String? = nil) -> RecurrenceError {
      RecurrenceError(message: message, hint: hint, offset: offset, length: nameLength + 1 + value.utf8.count)
    }

    /// A fault of the value, or of `item` in it, which begins `at` bytes into it.
    func wrongValue(_ item: String? = nil, at: Int = 0, hint: String?) -> RecurrenceError {
      let item = item ?? value
      return RecurrenceError(
        message: item.isEmpty ? "'\(name)' has an empty item" : "'\(item)' is no value for '\(name)'", hint: hint,
        offset: offset + nameLength + 1 + at, length: item.utf8.count)
    }

    func unknown() -> RecurrenceError {
      let meant = nearest(to: name, among: RecurrenceParts.names)
      let names = RecurrenceParts.names.joined(separator: ", ")
      let hint =
        name.hasPrefix("RRULE:")
        ? "leave 'RRULE:' out" : meant.map { "did you mean '\($0)'?" } ?? "the parts are \(names)"
      return RecurrenceError(message: "unknown part '\(name)'", hint: hint, offset: offset, length: nameLength)
    }

    func number(_ range: ClosedRange<Int>) throws(RecurrenceError) -> Int {
      guard let number = decimal(value.utf8), range.contains(number) else {
        throw wrongValue(hint: "it is a whole number of \(range.lowerBound) or more")
      }
      return number
    }

    /// Ascending, each once.
    func numbers(_ range: ClosedRange<Int>, negative: Bool = true) throws(RecurrenceError) -> [Int] {
      var numbers: Set<Int> = []
      for (item, at) in items {
        guard let (sign, digits) = signed(item), sign > 0 || negative, let number = decimal(digits.utf8),
          range.contains(number)
        else {
          let fromEnd = negative ? ", or -\(range.lowerBound) to -\(range.upperBound) from the end" : ""
          throw wrongValue(item, at: at, hint: "it is \(range.lowerBound) to \(range.upperBound)\(fromEnd)")
        }
        numbers.insert(sign * number)
      }
      return numbers.sorted()
    }

    func weekday(_ text: String, at: Int = 0) throws(RecurrenceError) -> Weekday {
      if let weekday = Weekday.allCases.first(where: { $0.iCalendarName == text }) { return weekday }
      let meant = Weekday.allCases.first { text.hasPrefix($0.iCalendarName) }
      throw wrongValue(
        text, at: at,
        hint: meant.map { "write '\($0.iCalendarName)'" } ?? "the days are MO, TU, WE, TH, FR, SA and SU")
    }

    /// By the weekday, then by the number; each once.
    func weekdays() throws(RecurrenceError) -> [Recurrence.OrdinalWeekday] {
      var weekdays: [Recurrence.OrdinalWeekday] = []
      for (item, at) in items {
        let digitsEnd = item.firstIndex { !"+-0123456789".contains($0) } ?? item.endIndex
        let count = item[..<digitsEnd]
        let day = try weekday(String(item[digitsEnd...]), at: at + count.utf8.count)
        var ordinal: Int?
        if !count.isEmpty {
          guard let (sign, digits) = signed(String(count)), let number = decimal(digits.utf8), (1...53).contains(number)
          else {
            let name = day.iCalendarName
            throw wrongValue(item, at: at, hint: "write '1\(name)' for the first, '-1\(name)' for the last")
          }
          ordinal = sign * number
        }
        let weekday = Recurrence.OrdinalWeekday(ordinal, day)
        if !weekdays.contains(weekday) { weekdays.append(weekday) }
      }
      return weekdays.sorted { ($0.weekday.rawValue, $0.ordinal ?? 0) < ($1.weekday.rawValue, $1.ordinal ?? 0) }
    }

    /// `20260310`, `20260310T170000`, `20260310T170000Z`.
    func until() throws(RecurrenceError) -> Recurrence.Until {
      let halves = value.split(separator: "T", omittingEmptySubsequences: false)
      let written = Array(halves[0].utf8)
      if halves.count <= 2, written.count == 8, let number = decimal(written),
        let date = CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      {
        guard halves.count == 2 else { return .date(date) }
        let isUTC = halves[1].hasSuffix("Z")
        let digits = isUTC ? halves[1].dropLast() : halves[1]
        if digits.utf8.count == 6, let time = decimal(digits.utf8),
          let minute = TimeOfDay(hour: time / 10_000, minute: time / 100 % 100), time % 100 < 60
        {
          let civil = CivilDateTime(date: date, time: TimeOfDay(seconds: minute.seconds + time % 100))
          return isUTC ? .utc(Zone.utc.instant(of: civil)) : .local(civil)
        }
      }
      let plain = CivilDate(value).map { "\($0)".filter { $0 != "-" } }
      throw wrongValue(hint: "write '\(plain ?? "20261231")'")
    }

    /// The comma-separated items and where each begins in the value.
    private var items: [(item: String, at: Int)] {
      var at = 0
      return value.split(separator: ",", omittingEmptySubsequences: false).map { item in
        defer { at += item.utf8.count + 1 }
        return (String(item), at)
      }
    }

    private func signed(_ text: String) -> (sign: Int, digits: Substring)? {
      switch text.first {
      case "-": (-1, text.dropFirst())
      case "+": (1, text.dropFirst())
      case nil: nil
      default: (1, text[...])
      }
    }
  }
}
