import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("now, as a tired person reads it")
struct NowRenderTests {
  private func lines(
    _ view: NowView = House.now, isDiscreet: Bool = false, width: Int = .max
  ) -> [String] {
    var style = Style()
    style.isDiscreet = isDiscreet
    style.width = width
    return TextRender(style: style).now(view)
  }

  @Test("each child, what comes next, what comes to you, who is on duty")
  func plain() {
    #expect(
      lines() == [
        "Tuesday 10 March, 17:12 · school-day",
        "otter   tablet, 13 min left",
        "wren    craft, 33 min left",
        "finch   away, school",
        "next    in 13 min, at 17:25: tablet ends, help lay the table, otter",
        "you     in 8 min, at 17:20: 5 min to tablet ends, help lay the table, for otter",
        "duty    Ros",
      ])
  }

  @Test("with everything at once it still fits eight lines, and no child is lost")
  func full() {
    var view = House.now
    view.mode = .lowDemand
    view.silence = .init(reason: "hush", until: House.at("17:40"))
    view.fuel = [.init(child: "otter", food: 6600, water: 7500)]
    view.promisesDue = 1
    view.window = .init(goal: "walk", name: "walk to the gate", until: House.at("18:00"))
    view.held = [.init(id: House.cue("5"), name: "tablet ends", at: House.at("17:25"), reason: "hush")]
    view.passed = [.init(step: "shoes", name: "shoes", child: "wren", at: House.at("17:02"), secondsAgo: 600)]
    #expect(
      lines(view) == [
        "Tuesday 10 March, 17:12 · school-day · soft day",
        "otter   tablet, 13 min left",
        "wren    craft, 33 min left",
        "finch   away, school",
        "next    in 13 min, at 17:25: tablet ends, help lay the table, otter",
        "you     in 8 min, at 17:20: 5 min to tablet ends, help lay the table, for otter",
        "duty    Ros · quiet for you until 17:40",
        "also    otter 1 h 50 min since food, 2 h 5 min since water · 1 promise due today · your window until 18:00: walk to the gate · 1 cue waits · shoes was 10 min ago",
      ])
  }

  @Test("children with the same clock stand together, and food and water of one time are said once")
  func sameFuel() {
    var view = House.now
    view.children = []
    view.fuel = ["otter", "wren"].map { .init(child: $0, food: 6600, water: 6600) }
    #expect(lines(view).contains("fuel    otter and wren 1 h 50 min since food and water"))
  }

  @Test("children who are away overnight are told with when they are back")
  func overnight() {
    var view = House.now
    view.children = ["otter", "wren"].map {
      .init(child: $0, until: House.at("15:00", "2026-03-15"), secondsLeft: 424_000, state: .away)
    }
    #expect(lines(view).contains("otter, wren  away overnight, back Sun at 15:00"))
  }

  @Test("on a narrow screen what comes to you has a second line while one is free")
  func narrowYou() {
    var view = House.now
    view.children.removeLast()
    let shown = lines(view, width: 40)
    let you = shown.firstIndex { $0.hasPrefix("you ") } ?? 0
    #expect(shown[you] == "you     in 8 min, at 17:20: 5 min to")
    #expect(shown[you + 1] == "        tablet ends, help lay the table…")
    #expect(shown.count <= 8 && shown.allSatisfy { columns(of: $0) <= 40 })
  }

  @Test("what else matters goes on to a line of its own while there is one free, and is not cut off")
  func also() {
    var view = House.now
    view.children.removeLast()
    view.promisesDue = 1
    view.window = .init(goal: "walk", name: "walk to the gate and back", until: House.at("18:00"))
    let shown = lines(view, width: 60)
    #expect(
      shown.suffix(2) == ["also    1 promise due today", "        your window until 18:00: walk to the gate and back"])
    #expect(shown.count <= 8)
  }

  @Test("fuel has a line of its own where there is room")
  func fuel() {
    var view = House.now
    view.children.removeLast()
    view.fuel = [.init(child: "otter", food: 6600, water: nil)]
    #expect(lines(view).last == "fuel    otter 1 h 50 min since food")
  }

  @Test("children who do the same share a line; those there is no room for are counted")
  func manyChildren() {
    var view = House.now
    view.children = (1...3).map {
      .init(child: "otter-\($0)", step: "tea", name: "tea", until: House.at("17:45"), secondsLeft: 1980)
    }
    #expect(lines(view)[1] == "otter-1, otter-2, otter-3  tea, 33 min left")
    view.children = (1...9).map { .init(child: "otter-\($0)", step: "tea-\($0)", name: "tea \($0)") }
    #expect(lines(view).count == 8)
    #expect(lines(view)[4] == "        and 6 more: havenctl day")
  }

  @Test("discreet says when, and neither who nor what")
  func discreet() {
    var view = House.now
    view.modes = [.init(child: "otter", mode: .regression)]
    view.fuel = [.init(child: "otter", food: 6600, water: nil)]
    view.window = .init(goal: "walk", name: "walk to the gate", until: House.at("18:00"))
    let text = lines(view, isDiscreet: true)
    #expect(
      text == [
        "Tuesday 10 March, 17:12 · soft day",
        "child 1  a step, 13 min left",
        "child 2  a step, 33 min left",
        "child 3  away, a step",
        "next    in 13 min, at 17:25: a step",
        "you     in 8 min, at 17:20: 5 min to a step, for the child",
        "duty    Ros",
        "also    1 h 50 min since food · your window until 18:00",
      ])
    for word in ["otter", "wren", "finch", "tablet", "craft", "school", "walk"] {
      #expect(!text.joined().contains(word), "\(word)")
    }
  }

  @Test("on forty columns the words give way, and never the time")
  func narrow() {
    let text = lines(width: 40)
    #expect(text.allSatisfy { columns(of: $0) <= 40 })
    #expect(text[4] == "next    in 13 min, at 17:25: tablet end…")
    var view = House.now
    view.children[0].name = "a very long name of a step that nobody would write"
    #expect(lines(view, width: 40)[1] == "otter   a very long name o…, 13 min left")
  }

  @Test("nobody on duty, before the day, nothing to come")
  func empty() {
    var view = NowView(
      at: House.at("03:00"), zone: "UTC", day: "plain", carer: "me", children: [.init(child: "otter", state: .asleep)])
    view.silence = .init(reason: "quiet", until: House.at("06:30"))
    #expect(
      lines(view) == [
        "Tuesday 10 March, 03:00", "otter   asleep", "duty    nobody; what is due waits · quiet for you until 06:30",
      ])
  }

  @Test(
    "what a carer does at each rung",
    arguments: [
      ("P20", "go and join otter, before tea"), ("15", "15 min to tea, for otter"),
      ("L2", "the last one for otter, then tea"), ("0", "be there with otter: tea"),
    ])
  func rungs(rung: String, text: String) {
    #expect(TextRender(style: Style()).saying(House.cue(rung), name: "tea") == text)
  }

  @Test("a name cannot move the cursor, colour the screen or turn text around")
  func hostileNames() {
    var view = House.now
    view.children[0].name = "\u{1B}[2Jtea\u{202E}\u{9B}\n"
    view.duty = .init(id: "ros", name: "Ros\u{7}")
    let text = lines(view).joined(separator: "\n")
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    #expect(text.contains("?[2Jtea???, 13 min left"))
  }

  @Test("nothing that is said shouts, scolds or counts what did not happen")
  func tone() {
    var view = House.now
    view.mode = .sick
    let text = lines(view).joined(separator: " ")
    for word in ["!", "late", "overdue", "bad", "fail", "missed"] { #expect(!text.contains(word), "\(word)") }
  }
}
