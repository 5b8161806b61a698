import HavenAPI
import HavenCore

/// A day as one line: `06:50 ■──■─■───┃─□──□─□ 19:30`. What has begun is filled, what is to come is hollow, and the
/// stroke is now; no colour is needed to read it.
struct DayStrip {
  /// Where each mark stands, 0 to 1 of the line, in order.
  private let marks: [(place: Double, hasBegun: Bool)]
  private let now: Double
  private let first: Stamp
  private let last: Stamp

  /// Nil for a day of fewer than two times.
  init?(_ day: DayView, now: Instant) {
    guard let first = day.steps.map(\.at).min(by: { $0.instant < $1.instant }),
      let last = day.steps.flatMap({ [$0.at, $0.until ?? $0.at] }).max(by: { $0.instant < $1.instant }),
      first.instant < last.instant
    else { return nil }
    let length = Double(last.instant - first.instant)
    func place(_ instant: Instant) -> Double { min(1, max(0, Double(instant - first.instant) / length)) }
    marks = day.steps.map { (place($0.at.instant), $0.at.instant <= now) }
    self.now = place(now)
    self.first = first
    self.last = last
  }

  /// - Parameter width: of the whole, in columns; empty where there is no room for a line.
  func text(width: Int) -> String {
    let ends = "\(first.wall.time)  \(last.wall.time)".count
    let cells = min(60, width - ends)
    guard cells >= 8 else { return "" }
    var line = [Character](repeating: "─", count: cells)
    func cell(_ place: Double) -> Int { min(cells - 1, Int(place * Double(cells))) }
    for mark in marks { line[cell(mark.place)] = mark.hasBegun ? "■" : "□" }
    line[cell(now)] = "┃"
    return "\(first.wall.time) \(String(line)) \(last.wall.time)"
  }
}
