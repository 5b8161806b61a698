import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("The board, as a page")
struct BoardPageTests {
  static let page = BoardPage(day: House.day, review: House.review, quarter: House.quarter)

  static let full: BoardPage = {
    var page = BoardPageTests.page
    page.isPrivate = true
    return page
  }()

  @Test("what the family wrote is text, and never markup, wherever it stands")
  func escapes() {
    let nasty = #"</td><script>alert("x")</script>&'"#
    var page = BoardPageTests.full
    page.day.steps[0].name = nasty
    page.day.steps[0].children = [nasty]
    page.day.day = nasty
    page.review.goals[0].name = nasty
    page.review.helped[0].tag = nasty
    page.review.week.steps[0].step = nasty
    page.review.children[0].child = nasty
    page.review.question = nasty
    page.review.respite.lanes[0].lane = nasty
    page.quarter.trends[0].step = nasty
    let html = page.html
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;/td&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;"))
  }

  @Test("it asks nothing of a network, and runs nothing")
  func selfContained() {
    for html in [BoardPageTests.page.html, BoardPageTests.full.html] {
      for word in ["http:", "https:", "//", "src=", "href=", "<script", "<link", "@import", "javascript", "onload"] {
        #expect(!html.contains(word), "\(word)")
      }
      #expect(html.contains(#"content="default-src 'none'; style-src 'unsafe-inline'""#))
    }
  }

  @Test("every element that is opened is closed, in its order")
  func wellFormed() {
    for html in [BoardPageTests.page.html, BoardPageTests.full.html] {
      var open: [Substring] = []
      var rest = html[...]
      while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
        let tag = rest[rest.index(after: start)..<end]
        rest = rest[end...]
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        if tag.hasPrefix("!") || tag.hasSuffix("/") || name == "meta" { continue }
        if tag.hasPrefix("/") {
          #expect(open.popLast() == name)
        } else {
          open.append(name)
        }
      }
      #expect(open.isEmpty)
    }
  }

  @Test("on the wall stands no goal of a carer's, and nobody's hard moments by name")
  func wall() {
    let wall = BoardPageTests.page.html
    for word in ["a walk", "Hard in ten", "settled in", "tablet-ends", "more than two hours", "To take away"] {
      #expect(!wall.contains(word), "\(word)")
    }
    #expect(wall.contains("4 of 6 changes went smoothly"))
    #expect(wall.contains("otter: 9 offers, 45 min of special time"))
    let full = BoardPageTests.full.html
    for word in ["a walk", "Hard in ten times: bath, otter", "tablet-ends, otter: 2 of 5 times"] {
      #expect(full.contains(word), "\(word)")
    }
  }

  @Test("nobody's own time off hangs on the wall, in the week or in its thirteen weeks")
  func timeOff() {
    var page = BoardPageTests.page
    page.quarter.trends[0].what = "respite"
    page.quarter.trends[0].lane = "solo:ros"
    #expect(!page.html.contains("Time off, hours a week: ros"))
    page.quarter.trends[0].lane = "couple"
    #expect(page.html.contains("Time off, hours a week: couple time"))
    page.quarter.trends[0].lane = "solo:ros"
    page.isPrivate = true
    #expect(page.html.contains("Time off, hours a week: ros"))
  }

  @Test("hard moments are told before the times of day, and what is yours comes last")
  func order() throws {
    let html = BoardPageTests.full.html
    let places = try ["went smoothly", "of the times it came", "Time of day", "Promises", "<h3>Yours", "To take away"]
      .map {
        try #require(html.split(separator: $0, maxSplits: 1).first?.count, "\($0)")
      }
    #expect(places == places.sorted())
  }

  @Test("a step whose words no screen may have is a plan")
  func wording() {
    var page = BoardPageTests.page
    page.day.steps[1].name = "contact visit at the social worker's"
    #expect(!page.html.contains("social worker"))
    #expect(page.html.contains("<td>a plan</td>"))
    page.isPrivate = true
    #expect(page.html.contains("social worker"))
  }

  @Test("a discreet page names no child, not in a step's words either")
  func discreet() {
    for base in [BoardPageTests.page, BoardPageTests.full] {
      var page = base
      page.isDiscreet = true
      page.day.steps[0].name = "wake Otter"
      let html = page.html.lowercased()
      for alias in ["otter", "wren"] { #expect(!html.contains(alias)) }
      #expect(html.contains("wake child 1"))
    }
  }

  @Test("each drawing has a title, a description and its numbers in a table; ids are used once")
  func accessible() {
    let html = BoardPageTests.full.html
    let drawings = html.components(of: "role=\"img\"")
    #expect(drawings > 3)
    #expect(html.components(of: "<title id=") == drawings)
    // The bar of the week says all of it in the line above.
    #expect(html.components(of: "<desc id=") == drawings - 1)
    #expect(html.components(of: "<details>") == drawings - 1)
    let ids = html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
  }

  @Test("a week that says nothing is a gap in the line, and none in the table")
  func gap() {
    let chart = WeeksChart(
      // a date
      id: "w", name: "n", weeks: [1, 2, nil, 0.5, 1], middle: 1, monday: CivilDate("2025-12-08")!, words: "1")
    #expect(chart.drawing.text.components(of: "<polyline") == 2)
    #expect(chart.drawing.text.components(of: "<circle") == 4)
    #expect(chart.numbers.text.contains(#"<th scope="row">22 Dec</th><td>none</td>"#))
  }

  @Test("a long day ends with how many steps there are more")
  func longDay() {
    var page = BoardPageTests.page
    page.day.steps = Array(repeating: page.day.steps[0], count: 30)
    #expect(page.html.components(of: "<time ") == 24)
    #expect(page.html.contains("and 6 steps later: havenctl day"))
  }
}

extension String {
  /// How often it holds this.
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
