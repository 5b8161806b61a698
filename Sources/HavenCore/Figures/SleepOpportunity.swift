/// How long a carer could have slept, night by night: their `asleep` windows (quiet hours where there are none), less
/// the time in which they said they were up. An opportunity, not a measurement.
public struct SleepOpportunity: Sendable {
  private let windows: [Window]
  private let up: [Range<Instant>]
  private let zone: Zone

  /// - Parameter acts: the carer's `night up` and `night down`, in order; others are passed over.
  public init(_ carer: Carer, acts: [Act], zone: Zone) {
    windows = carer.asleep.isEmpty ? carer.quiet : carer.asleep
    self.zone = zone
    var up: [Range<Instant>] = []
    var since: Instant?
    for act in acts where act.by == carer.id {
      guard case .night(let isUp) = act.command else { continue }
      if isUp {
        since = act.at
      } else if let start = since {
        up.append(start..<max(start, act.at))
        since = nil
      }
    }
    self.up = up
  }

  /// Whether anything was said of any night: without it there is only what the config says of every night.
  public var isKnown: Bool { !up.isEmpty }

  /// In seconds, of the night that begins on a date: from its noon to the next.
  public func seconds(night date: CivilDate) -> Int {
    let noon = TimeOfDay(seconds: 12 * 3600)
    let night =
      zone.instant(
        of: CivilDateTime(date: date, time: noon))..<zone.instant(
        of: CivilDateTime(date: date + 1, time: noon))
    let open = windows.flatMap { window in
      [date - 1, date, date + 1].compactMap { window.interval(opening: $0, in: zone)?.clamped(to: night) }
    }
    return SleepOpportunity.length(open.merged(less: up))
  }

  /// Hundredths of an hour a night, of a whole week's.
  public func week(_ monday: CivilDate) -> Int {
    let seconds = (0..<7).reduce(0) { $0 + self.seconds(night: monday + $1) }
    return roundedHalfUp(seconds * 100, over: 7 * 3600)
  }

  private static func length(_ spans: [Range<Instant>]) -> Int {
    spans.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }
  }
}

extension [Range<Instant>] {
  /// What lies in any of these and in none of the others, in order.
  fileprivate func merged(less others: [Range<Instant>]) -> [Range<Instant>] {
    var open: [Range<Instant>] = []
    for span in sorted(by: { $0.lowerBound < $1.lowerBound }) where !span.isEmpty {
      if let last = open.last, last.upperBound >= span.lowerBound {
        open[open.count - 1] = last.lowerBound..<Swift.max(last.upperBound, span.upperBound)
      } else {
        open.append(span)
      }
    }
    for other in others {
      open = open.flatMap { span -> [Range<Instant>] in
        guard span.overlaps(other) else { return [span] }
        return [
          span.lowerBound..<Swift.max(span.lowerBound, other.lowerBound),
          Swift.min(span.upperBound, other.upperBound)..<span.upperBound,
        ].filter { !$0.isEmpty }
      }
    }
    return open
  }
}
