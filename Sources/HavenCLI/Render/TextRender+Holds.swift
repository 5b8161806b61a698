import HavenAPI
import HavenCore

/// What waits or waited, since when and why.
extension TextRender {
  /// Why something waits, in words: `do not disturb`.
  func holdWords(_ reason: String) -> String {
    switch LedgerEntry.Reason(rawValue: reason) {
    case .noServer: "no desktop to show it"
    case .locked: "a locked screen"
    case .gap: "Haven was not running"
    default: self.reason(reason)
    }
  }

  /// `now`: "2 cues held since 17:05: do not disturb"; with none yet, that they would be; nil where nothing waits.
  func holding(_ view: NowView) -> String? {
    guard let first = view.held.first else {
      return view.screen.map { "held" + since($0.since) + ": \(holdWords($0.reason))" }
    }
    let isOneReason = view.held.allSatisfy { $0.reason == first.reason }
    guard let earliest = view.held.compactMap(\.since).min(by: { $0.instant < $1.instant }), isOneReason else {
      return counted(view.held.count, "cue waits", "cues wait")
    }
    return counted(view.held.count, "cue", "cues") + " held" + since(earliest) + ": \(holdWords(first.reason))"
  }

  private func since(_ stamp: Stamp?) -> String { stamp.map { " since \($0.wall.time)" } ?? "" }

  /// `status`: "unlocked, in use (logind) · do not disturb off (dunst 1.9.0) · not told here: full screen".
  func desktop(_ view: StatusView) -> String? {
    var parts: [String] = []
    if let screen = view.screen { parts.append("held" + since(screen.since) + ": \(holdWords(screen.reason))") }
    var sources: [String] = []
    for fact in view.desktop where !sources.contains(fact.source) { sources.append(fact.source) }
    for source in sources {
      let facts = view.desktop.filter { $0.source == source }
      parts.append("\(facts.map(factText).joined(separator: ", ")) (\(printable(source)))")
    }
    if !view.untold.isEmpty {
      let facts = view.untold.map { reason($0.rawValue) }
      parts.append("not told here: \(listText(facts))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  private func factText(_ fact: DesktopFact) -> String {
    switch fact.fact {
    case .locked: fact.isTrue ? "locked" : "unlocked"
    case .idle: fact.isTrue ? "idle" : "in use"
    case .doNotDisturb: "do not disturb \(fact.isTrue ? "on" : "off")"
    case .fullScreen: "full screen \(fact.isTrue ? "on" : "off")"
    }
  }

  /// `status`: "tablet ends, 17:08 to 17:14: do not disturb"; the latest few.
  func waited(_ view: StatusView) -> [String] {
    let most = 4
    let left = view.waited.count - most
    let lines = view.waited.suffix(most).map { waited in
      let span = "\(waited.since.wall.time) to \(waited.until.wall.time)"
      return "\(words(waited.name)), \(waited.id.rung), \(span): \(holdWords(waited.reason))"
    }
    return left > 0 ? ["\(left) more, earlier: havenctl events"] + lines : lines
  }

  /// `why`: what became of a rung, and when it waited for that.
  func waiting(_ rung: WhyView.Rung, _ state: String) -> String {
    guard let last = rung.waits?.last else { return state }
    guard let until = last.until else { return "held" + since(last.since) + ": \(holdWords(last.reason))" }
    return "\(state), held \(last.since.wall.time) to \(until.wall.time): \(holdWords(last.reason))"
  }

  /// `why`: rungs that may be one too many. A question, and no reproach.
  func dismissals(_ ladder: WhyView.Ladder) -> [String] {
    (ladder.dismissed ?? []).map { "\(printable($0)): closed the last three days it came up. Still of use?" }
  }
}
