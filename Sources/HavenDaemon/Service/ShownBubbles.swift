import HavenCore

/// What is on the desktop, by bubble key, as the engine asked for it.
///
/// Not every server tells when a bubble has gone: a nudge that was left alone would be kept for ever. What was put up more
/// than a week of dates ago nobody answers any more. Dates are counted as they begin, so that a clock which is a year
/// ahead for an hour makes nothing old.
struct ShownBubbles {
  private struct Bubble {
    var delivery: Delivery
    /// How many dates had begun when it was put up.
    var dates: Int
  }

  private var bubbles: [String: Bubble] = [:]
  private var date: CivilDate?
  private var dates = 0

  /// How many dates may begin while one is up.
  static let longest = 7

  subscript(key: String) -> Delivery? {
    get { bubbles[key]?.delivery }
    set { bubbles[key] = newValue.map { Bubble(delivery: $0, dates: dates) } }
  }

  /// The keys of those that are about a child.
  func keys(about child: ChildID) -> [String] { bubbles.filter { $1.delivery.line.isAbout(child) }.map(\.key) }

  /// It is this date now: lets go of what is too old.
  mutating func look(on today: CivilDate) {
    guard today != date else { return }
    date = today
    dates += 1
    bubbles = bubbles.filter { dates - $1.dates <= ShownBubbles.longest }
  }

  mutating func removeAll() { bubbles = [:] }
}
