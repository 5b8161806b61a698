import HavenConfig
import HavenCore

/// A moment as a person writes it, not yet counted from any clock.
///
///     17:30                  the next time the wall shows it; of what is past, the last
///     in 20m, 20m ago
///     today 17:30, tomorrow 17:00
///     Sat 10:00              the next Saturday that has 10:00 ahead
///     2026-03-14 10:00
///
/// A `T` may stand for the space between a date, a weekday or a word and its time, as scripts write it.
enum MomentWord: Equatable {
  case time(TimeOfDay)
  case after(seconds: Int)
  case before(seconds: Int)
  /// So many dates from today.
  case day(offset: Int, TimeOfDay)
  case weekday(Weekday, TimeOfDay)
  case date(CivilDateTime)

  init(parsing text: String) throws(CommandFailure) {
    let parts = MomentWord.parts(of: text)
    switch (parts.first?.lowercased(), parts.count) {
    case (_?, 1):
      if let time = TimeOfDay(parts[0]) {
        self = .time(time)
        return
      }
    case ("in", 2):
      self = .after(seconds: try duration(parts[1]))
      return
    case (let length?, 2) where parts[1].lowercased() == "ago":
      self = .before(seconds: try duration(length))
      return
    case (let day?, 2):
      guard let time = TimeOfDay(parts[1]) else { break }
      if let offset = MomentWord.offsets[day] {
        self = .day(offset: offset, time)
        return
      }
      if let weekday = Weekday(named: day) {
        self = .weekday(weekday, time)
        return
      }
      if let date = CivilDate(day) {
        self = .date(CivilDateTime(date: date, time: time))
        return
      }
    default: break
    }
    throw CommandFailure(
      .usage, "'\(printable(text))' is not a moment",
      hint: "write '17:30', 'in 20m', 'tomorrow 17:00', 'Sat 10:00' or '2026-03-14 10:00'")
  }

  /// Words, or the two sides of the `T` between a day and its time.
  private static func parts(of text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 1, let cut = text.lastIndex(of: "T"), cut > text.startIndex else { return words }
    let behind = text[text.index(after: cut)...]
    guard behind.first?.isNumber == true else { return words }
    return [String(text[..<cut]), String(behind)]
  }

  fileprivate static let offsets = ["today": 0, "tomorrow": 1, "yesterday": -1]

  enum Direction { case ahead, past }

  /// The wall time meant, seen from `now`.
  func civil(_ direction: Direction, now: Instant, zone: Zone) -> CivilDateTime {
    let here = zone.civil(at: now)
    switch self {
    case .date(let civil): return civil
    case .after(let seconds): return zone.civil(at: now + seconds)
    case .before(let seconds): return zone.civil(at: now - seconds)
    case .day(let offset, let time): return CivilDateTime(date: here.date + offset, time: time)
    case .time(let time):
      let today = CivilDateTime(date: here.date, time: time)
      switch direction {
      case .ahead: return today > here ? today : CivilDateTime(date: here.date + 1, time: time)
      case .past: return today <= here ? today : CivilDateTime(date: here.date - 1, time: time)
      }
    case .weekday(let weekday, let time):
      let days = (weekday.rawValue - here.date.weekday.rawValue + 7) % 7
      let first = CivilDateTime(date: here.date + days, time: time)
      switch direction {
      case .ahead: return first > here ? first : CivilDateTime(date: first.date + 7, time: time)
      case .past: return first <= here ? first : CivilDateTime(date: first.date - 7, time: time)
      }
    }
  }

  func instant(_ direction: Direction = .ahead, now: Instant, zone: Zone) -> Instant {
    if case .after(let seconds) = self { return direction == .ahead ? now + seconds : now - seconds }
    if case .before(let seconds) = self { return now - seconds }
    return zone.instant(of: civil(direction, now: now, zone: zone))
  }
}

extension MomentWord {
  /// Options whose value is a moment.
  private static let options = ["--until", "--due", "--since", "--at"]

  /// Puts a moment of two words that came without quotes together again: `--until tomorrow 17:00`.
  static func joined(_ words: [String]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < words.count {
      result.append(words[index])
      let isOption = options.contains(words[index])
      index += 1
      guard isOption, index + 1 < words.count else { continue }
      let both = "\(words[index]) \(words[index + 1])"
      guard !words[index].contains(" "), !words[index + 1].contains(" "), (try? MomentWord(parsing: both)) != nil else {
        continue
      }
      result.append(both)
      index += 2
    }
    return result
  }
}

extension Weekday {
  /// `Sat`, `saturday`, in any case; nil for anything else.
  init?(named text: String) {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    let word = text.lowercased()
    guard let index = names.firstIndex(where: { $0 == word || $0.prefix(3) == word }) else { return nil }
    self = Weekday.allCases[index]
  }
}
