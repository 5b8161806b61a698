import HavenAPI
import HavenCore

extension TextRender {
  /// A few words, and none at all on a screen that others see.
  func headsUp(_ views: [HeadsUpView]?, isTomorrow: Bool = false) -> [String] {
    guard !style.isDiscreet, let views else { return [] }
    return views.map { view in
      let day = dateText(view.startsAt.wall.date, short: true)
      return "\(isTomorrow ? "tomorrow" : "today") is the day to tell \(printable(view.child)) what comes on \(day)"
    }
  }
}
