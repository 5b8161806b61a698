import HavenAPI
import HavenCore

// Times in the reader's words.

/// `in 12 min, at 17:25`; `now`; on another date `tomorrow at 06:50`, `Sat at 10:00`, `Sat 14 March at 10:00`.
func aheadText(_ stamp: Stamp, from now: Stamp) -> String {
  let left = stamp.instant - now.instant
  if (-30...0).contains(left) { return "now" }
  if left < 0 { return agoText(-left) }
  let days = stamp.wall.date - now.wall.date
  switch days {
  case 0: return left < 6 * 3600 ? "in \(spanText(left)), at \(stamp.wall.time)" : "at \(stamp.wall.time)"
  case 1: return left < 6 * 3600 ? "in \(spanText(left)), at \(stamp.wall.time)" : "tomorrow at \(stamp.wall.time)"
  case 2..<7: return "\(stamp.wall.date.weekday.short) at \(stamp.wall.time)"
  default: return "\(dateText(stamp.wall.date, short: true)) at \(stamp.wall.time)"
  }
}

/// `2 h 5 min ago`; `just now`.
func agoText(_ seconds: Int) -> String { seconds < 60 ? "just now" : "\(spanText(seconds)) ago" }

/// `Tuesday 10 March`, `Tue 10 March`.
func dateText(_ date: CivilDate, short: Bool = false) -> String {
  short ? date.shortText : date.longText
}

extension Weekday {
  var short: String { String(englishName.prefix(3)) }
}

extension [String] {
  /// The standard library's, which looks up at run time what an array of strings is: twice what all of `now` prints costs.
  func joined(separator: String = "") -> String {
    var text = ""
    for (index, part) in enumerated() {
      if index > 0 { text += separator }
      text += part
    }
    return text
  }
}

/// `a`, `a and b`, `a, b and c`.
func listText(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return "\(Array(items.dropLast()).joined(separator: ", ")) and \(last)"
}

func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

extension Mode {
  /// What a screen calls it: never a bad day.
  var onScreen: String {
    switch self {
    case .ordinary: "ordinary day"
    case .lowDemand, .regression, .sick: "soft day"
    }
  }
}
