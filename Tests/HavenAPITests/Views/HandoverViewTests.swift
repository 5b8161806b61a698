import HavenCore
import Testing

@testable import HavenAPI

@Suite("A handover as it is read")
struct HandoverViewTests {
  @Test("twelve lines at most, and all that was said is in them")
  func full() {
    #expect(
      Samples.handover.text == [
        "handover  2026-03-10 17:12 · since 14:00 · written by Ros, 17:10",
        "now       otter tablet until 17:25 · wren asleep",
        "next      17:25 tablet ends (otter), otter was told 15 min at 17:10 · yours at 17:20",
        "children  otter wobbly, 40 min since a hard moment",
        "last      otter: food 1 h 5 min, moved 40 min ago",
        "body      meds given · up 2 times in the night",
        "promises  kite by 17:30",
        "held      hands · offered shoes-or-boots",
        "helped    trampoline",
        "changed   bath 10 min later · otter told",
        "level     Ros is at 3 of 5",
        "word      he asked about the train",
      ])
  }

  @Test("what nobody said has no line, but for promises and boundaries")
  func empty() {
    let view = HandoverView(at: Samples.at("17:12"), carer: "ros", since: Samples.at("00:00"))
    #expect(
      view.text == [
        "handover  2026-03-10 17:12 · since 00:00", "promises  none open", "held      nothing noted",
      ])
  }

  @Test("a discreet screen has no alias, no step's words and no word of a carer's own")
  func discreet() {
    let text = Samples.handover.rows(discreet: true).map(\.text).joined(separator: "\n")
    for word in ["otter", "wren", "tablet", "kite", "hands", "shoes", "trampoline", "bath", "train"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("child 1 wobbly"))
  }

  @Test("siblings in the same step stand together, and what there is none of is not counted")
  func together() {
    var view = HandoverView(at: Samples.at("17:12"), carer: "ros", since: Samples.at("00:00"))
    view.children = ["otter", "wren"].map {
      NowView.Child(child: $0, step: "tea", name: "tea", until: Samples.at("18:30"), secondsLeft: 4680)
    }
    #expect(view.text[1] == "now       otter, wren: tea until 18:30")
    view.choices = ["shoes-or-boots"]
    #expect(view.rows(discreet: true).last?.text == "1 offered")
    view.held = ["hands"]
    #expect(view.rows(discreet: true).last?.text == "1 held · 1 offered")
  }
}
