import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("A line for a status bar")
struct BarTextTests {
  private func bar(_ view: BarView = House.bar, left seconds: Int, isDiscreet: Bool = false) -> BarText {
    BarText(view, now: House.at("17:25").instant - seconds, isDiscreet: isDiscreet)
  }

  @Test(
    "what is next, for whom and in how long: minutes within the hour, before it the clock's time",
    arguments: [
      (780, "13 min"), (781, "14 min"), (721, "13 min"), (61, "2 min"), (60, "1 min"), (1, "1 min"), (0, "0 min"),
      (3599, "60 min"), (3600, "17:25"), (7200, "17:25"),
    ])
  func text(left: Int, when: String) {
    #expect(bar(left: left).text == "tablet ends, help lay the table · otter · \(when)")
    #expect(bar(left: left).short == when)
  }

  @Test("a step that is nobody's has no name behind it, and tomorrow's says so")
  func others() {
    var view = House.bar
    view.next?.children = []
    #expect(bar(view, left: 60).text == "tablet ends, help lay the table · 1 min")
    view.next?.at = Stamp("2026-03-11T06:50:00Z")!  // a literal
    #expect(BarText(view, now: House.at("17:12").instant).text == "tablet ends, help lay the table · tomorrow 06:50")
  }

  @Test(
    "where a child under six reads along the last half hour is a bar that only shrinks, without a number",
    arguments: [
      (1801, "later"), (1800, "■■■■■"), (1440, "■■■■□"), (1441, "■■■■■"), (360, "■□□□□"), (1, "■□□□□"), (0, "□□□□□"),
    ])
  func young(left: Int, when: String) {
    var view = House.bar
    view.next?.minutes = false
    #expect(bar(view, left: left).text == "tablet ends, help lay the table · otter · \(when)")
  }

  @Test("in general words, or with --discreet, there are no words and no aliases")
  func generic() {
    var view = House.bar
    view.level = .generic
    view.next?.name = nil
    view.next?.children = []
    for bar in [bar(view, left: 780), bar(left: 780, isDiscreet: true)] {
      #expect(bar.text == "next step · 13 min")
      #expect(bar.tooltip == ["next step, 17:25"])
      #expect(bar.classes == ["later", "generic"])
    }
  }

  @Test("the text changes at the very instant that it says it will, and at none before")
  func changes() {
    for minutes in [true, false] {
      var view = House.bar
      view.next?.minutes = minutes
      view.changesAt = House.at("17:25")
      var now = House.at("15:00").instant
      var wakes = 0
      while let next = BarText(view, now: now).changesAt, next <= House.at("17:25").instant, now < next {
        let shown = BarText(view, now: now)
        for instant in stride(from: now.seconds, to: next.seconds, by: 1) {
          let then = BarText(view, now: Instant(seconds: instant))
          #expect((then.text, then.classes) == (shown.text, shown.classes))
        }
        let after = BarText(view, now: next)
        if next < House.at("17:25").instant { #expect(after.text != shown.text || after.classes != shown.classes) }
        now = next
        wakes += 1
      }
      #expect(wakes == (minutes ? 61 : 7))
    }
  }

  @Test("the state is the one word that counts most, and the classes are all that is so")
  func states() {
    var view = House.bar
    #expect(bar(view, left: 601).classes == ["later"])
    #expect(bar(view, left: 600).classes == ["soon"])
    view.soft = true
    view.held = 1
    #expect(bar(view, left: 600).classes == ["held", "soon", "soft"])
    view.silence = "tagged-out"
    #expect(bar(view, left: 601).classes == ["out", "held", "soft"])
    view = BarView(at: House.at("17:12"), carer: "ros", level: .public, changesAt: House.at("18:00"))
    #expect(BarText(view, now: view.at.instant).text == "nothing planned")
    #expect(BarText(view, now: view.at.instant).state == "none")
    view.silence = "unsafe"
    #expect(BarText(view, now: view.at.instant).text == "quiet")
    #expect(BarText(view, now: view.at.instant).state == "off")
  }

  @Test("the percentage is what is left of the last half hour")
  func percentage() {
    #expect([3600, 1800, 900, 1, 0].map { bar(left: $0).percentage } == [100, 100, 50, 1, 0])
  }
}
