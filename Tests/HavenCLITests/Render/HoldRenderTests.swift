import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("What waits, as a person reads it")
struct HoldRenderTests {
  private let render = TextRender(style: Style())

  private func now(_ change: (inout NowView) -> Void) -> String? {
    var view = House.now
    change(&view)
    let lines = render.now(view)
    #expect(lines.count <= 8)
    return lines.first { $0.hasPrefix("also") }
  }

  private func held(_ rung: String, _ reason: String, since: String? = nil) -> NowView.Held {
    .init(
      id: House.cue(rung), name: "tablet ends", at: House.at("17:25"), reason: reason, since: since.map { House.at($0) }
    )
  }

  @Test("now: what is held, since when and why")
  func now() {
    #expect(
      now { $0.held = [held("P20", "do-not-disturb", since: "17:05"), held("15", "do-not-disturb", since: "17:10")] }
        == "also    2 cues held since 17:05: do not disturb")
    #expect(
      now { $0.held = [held("15", "locked", since: "17:10")] } == "also    1 cue held since 17:10: a locked screen")
    #expect(
      now { $0.held = [held("P20", "no-server", since: "17:05"), held("15", "do-not-disturb", since: "17:10")] }
        == "also    2 cues wait")
  }

  @Test("now: with nothing due yet, that it would be held")
  func nothingDue() {
    #expect(
      now { $0.screen = ScreenHold(reason: "no-server", since: House.at("17:00")) }
        == "also    held since 17:00: no desktop to show it")
    #expect(now { _ in } == nil)
  }

  @Test("status: each source, what it says, and what nobody tells")
  func desktop() {
    var view = House.status
    #expect(render.desktop(view) == nil)
    view.desktop = [
      DesktopFact(source: "logind", fact: .locked, isTrue: true),
      DesktopFact(source: "logind", fact: .idle, isTrue: false),
      DesktopFact(source: "dunst 1.9.0", fact: .doNotDisturb, isTrue: true),
    ]
    view.untold = [.fullScreen]
    #expect(
      render.desktop(view)
        == "locked, in use (logind) · do not disturb on (dunst 1.9.0) · not told here: full screen")
    view.screen = ScreenHold(reason: "do-not-disturb", since: House.at("17:00"))
    #expect(render.desktop(view)?.hasPrefix("held since 17:00: do not disturb · locked") == true)
  }

  @Test("status: what waits, and the latest of what waited")
  func waited() {
    var view = House.status
    view.held = [held("15", "do-not-disturb", since: "17:10")]
    view.waited = (0..<6).map { minute in
      Waited(
        id: House.cue("P20"), name: "tablet ends", reason: "no-server", since: House.at("16:0\(minute)"),
        until: House.at("16:30"), then: "claimed")
    }
    let lines = render.status(view)
    #expect(lines.contains("waits   tablet ends, at 17:25: do not disturb, since 17:10"))
    #expect(
      Array(lines.suffix(5).prefix(2)) == [
        "waited  2 more, earlier: havenctl events", "waited  tablet ends, P20, 16:02 to 16:30: no desktop to show it",
      ])
    #expect(lines.filter { $0.hasPrefix("waited") }.count == 5)
  }

  @Test("why: what a rung waited for, and which may be one too many")
  func why() {
    var view = House.why
    let since = House.at("17:05")
    view.ladders[0].rungs[0].waits = [Wait(reason: "do-not-disturb", since: since, until: House.at("17:08"))]
    view.ladders[0].rungs[1].waits = [Wait(reason: "locked", since: House.at("17:10"))]
    view.ladders[0].dismissed = ["5"]
    #expect(
      Array(render.why(view).dropFirst(4)) == [
        "  17:05  P20  20 min before  shown, held 17:05 to 17:08: do not disturb  to ros",
        "  17:10  15   15 min before  held since 17:10: a locked screen           to ros",
        "  17:25  0    arrival        planned",
        "  5: closed the last three days it came up. Still of use?",
      ])
  }
}
