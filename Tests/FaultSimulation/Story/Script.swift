import HavenCore
import HavenDesktop

/// A story as `havenctl simulate` can be told it, as far as its language goes; the rest stands in comments.
@LoopActor
final class Script {
  private(set) var lines: [String] = []
  /// Where the wall clock was at the last line that counts.
  private var reached: Instant?

  /// A line at this moment; a comment where a clock that was set back puts it out of order.
  func add(_ words: String, at now: Instant, in zone: Zone) {
    let civil = zone.civil(at: now)
    let seconds = now.seconds - zone.instant(of: CivilDateTime(date: civil.date, time: minute(civil.time))).seconds
    let line = "\(civil.date)T\(minute(civil.time)) \(words)" + (seconds == 0 ? "" : "  # \(seconds) s later")
    if let reached, now < reached {
      lines.append("# out of order on the wall: \(line)")
    } else {
      lines.append(line)
      reached = now
    }
  }

  /// `!suspend` or `!off`; one that ends in the minute in which it begins has no words.
  func addGap(_ word: String, from: Instant, seconds: Int, in zone: Zone) {
    let (start, end) = (zone.civil(at: from), zone.civil(at: from + seconds))
    if (start.date, minute(start.time)) < (end.date, minute(end.time)) {
      add("\(word) \(start) \(end)", at: from, in: zone)
    } else {
      note("\(word) for \(seconds) s", at: from, in: zone)
    }
  }

  /// What the language has no word for.
  func note(_ words: String, at now: Instant, in zone: Zone) {
    lines.append("# \(zone.civil(at: now)) \(words)")
  }

  private func minute(_ time: TimeOfDay) -> TimeOfDay { TimeOfDay(seconds: time.seconds / 60 * 60) }
}
