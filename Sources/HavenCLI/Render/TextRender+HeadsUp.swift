import HavenAPI
import HavenCore

extension TextRender {
  /// A few words, and none at all on a screen that others see.
  ///
  /// - Parameter date: of the day to tell it; today, or tomorrow.
  func headsUp(_ views: [HeadsUpView]?, isTomorrow: Bool = false, on date: CivilDate) -> [String] {
    guard !style.isDiscreet, let views else { return [] }
    let today = isTomorrow ? "tomorrow" : "today"
    return views.map { view in
      let starts = view.startsAt.wall.date
      let day = starts == date ? isTomorrow ? "then" : "today" : "on \(dateText(starts, short: true))"
      return "\(today) is the day to tell \(printable(view.child)) what comes \(day)"
    }
  }
}
