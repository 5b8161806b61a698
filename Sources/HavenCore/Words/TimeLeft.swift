/// How far off a change is, as people say it: whole minutes, and "about" where that is not quite true.
///
///     540 s   9 min           570 s   about 10 min       40 s   under a minute
///       0 s   here            −40 s   a moment ago      −90 s   about 2 min ago
enum TimeLeft: Sendable, Equatable {
  case minutes(Int, isAbout: Bool)
  case underAMinute
  case none
  case aMomentAgo
  case minutesAgo(Int, isAbout: Bool)

  /// Longer than any lead or gap that is still worth saying, in seconds.
  private static let longest = 99 * 3600

  init(seconds: Int) {
    let seconds = min(max(seconds, -TimeLeft.longest), TimeLeft.longest)
    let minutes = Int((seconds.magnitude + 30) / 60)
    let isAbout = !seconds.isMultiple(of: 60)
    switch seconds {
    case 60...: self = .minutes(minutes, isAbout: isAbout)
    case 1..<60: self = .underAMinute
    case 0: self = .none
    case -59..<0: self = .aMomentAgo
    default: self = .minutesAgo(minutes, isAbout: isAbout)
    }
  }
}
