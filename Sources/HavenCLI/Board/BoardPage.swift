import HavenAPI
import HavenCore

/// One sheet for the wall: today's plan, how the week went, and thirteen weeks, as a page that needs nothing but itself.
///
/// What hangs on a wall is read by children and by visitors. A carer's own goals, and what was hard for which child at
/// which change, are left out of it unless the page is a private one; so are steps whose words no screen may have.
struct BoardPage {
  var day: DayView
  var review: ReviewView
  var quarter: QuarterView
  /// For a folder, not for a wall.
  var isPrivate = false
  var isDiscreet = false
  /// Which of the family's own words may hang there.
  var filter = WordFilter(language: .english)

  var html: String {
    let title: Markup = "\(dateText(day.date)) \(day.date.year)"
    // A page for a folder says more, and is printed smaller.
    let kind: String = isPrivate ? "dense" : "wall"
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex">
      <title>\(title)</title>
      <style>
      \(BoardPage.style)
      </style>
      </head>
      <body class="\(kind)">
      \(BoardPage.patterns)
      <header>
      <h1>\(title)</h1>
      <p>\(kindOfDay)</p>
      </header>
      <main>
      \(today)
      <section class="week" aria-labelledby="week">
      <h2 id="week">The week of \(dateText(review.week.monday, short: true))</h2>
      \(week)
      </section>
      \(yours)\(thirteenWeeks)
      </main>
      <footer>\(footer)</footer>
      </body>
      </html>

      """
    return page.text
  }

  private var kindOfDay: String {
    var parts: [String] = []
    if day.day != Planner.plain, let words = wallWords(day.day) { parts.append(words) }
    if day.mode != .ordinary { parts.append(day.mode.onScreen) }
    return parts.isEmpty ? "an ordinary day" : parts.joined(separator: " · ")
  }

  private var footer: String {
    let made = "made \(dateText(review.at.wall.date, short: true)) at \(review.at.wall.time)"
    return isPrivate ? "\(made) · for a folder, not for the wall" : made
  }

  /// In the order of the household, as far as the page knows it.
  var children: [ChildID] {
    var seen: [ChildID] = []
    for child in review.children.map(\.child) + day.steps.flatMap(\.children) where !seen.contains(child) {
      seen.append(child)
    }
    return seen
  }

  func name(_ child: ChildID) -> String {
    guard isDiscreet else { return child }
    return children.firstIndex(of: child).map { "child \($0 + 1)" } ?? "a child"
  }

  /// The family's own words as this page may have them; nil where it may not.
  func wallWords(_ text: String) -> String? {
    guard isPrivate || filter.allows(text) else { return nil }
    return isDiscreet ? WithoutAliases(children).text(text) : text
  }

  /// Whose time it is: `Ros`, `couple time`, `time with finch`.
  func lane(_ text: String) -> String {
    switch Lane(text) {
    case .solo(let carer): carer
    case .couple: "couple time"
    case .sibling(let child): "time with \(name(child))"
    case .overnight: "nights"
    case nil: text
    }
  }

  /// A heading and what stands below it; nothing at all where nothing does.
  func part(_ heading: String, _ body: Markup) -> Markup {
    body == .none ? .none : "<h3>\(heading)</h3>\n\(body)\n"
  }

  func sentence(_ text: String) -> Markup { "<p>\(text)</p>\n" }
}
