import HavenCore
import Testing

@Suite("What a hook hears of")
struct HookTests {
  private static let at = Instant(seconds: 1_773_162_300)  // 2026-03-10T17:05Z
  private static let cue = CueID("2026-03-10/tablet-ends/otter/P20")!  // a literal

  private func hook(_ occasions: [Hook.Occasion], _ change: (inout Hook) -> Void = { _ in }) -> Hook {
    var hook = Hook()
    hook.occasions = occasions
    hook.run = ["/home/ros/bin/lamp"]
    change(&hook)
    return hook
  }

  private func line(_ kind: Line.Kind = .cue, level: TextLevel = .public, subject: Line.Subject = .none) -> Line {
    Line(
      kind: kind, at: Self.at, to: "ros", level: level,
      items: kind == .cue ? [.init(id: Self.cue, secondsLeft: 1200)] : [], subject: subject)
  }

  @Test("only of its occasions, each kind of line by its name")
  func occasions() {
    for kind in Line.Kind.allCases {
      let hook = hook([Hook.Occasion(.line(line(kind)))])
      #expect(hook.occasions[0].rawValue == kind.rawValue.replacing("_", with: "-"))
      #expect(hook.hears(.line(line(kind)), of: nil))
      #expect(!hook.hears(.planChanged, of: nil))
    }
    #expect(hook([.plan]).hears(.planChanged, of: nil))
    #expect(hook([.config]).hears(.configured, of: nil))
  }

  @Test("only of its children and its carers, where it names some")
  func filters() {
    #expect(hook([.cue]) { $0.children = ["otter"] }.hears(.line(line()), of: nil))
    #expect(!hook([.cue]) { $0.children = ["wren"] }.hears(.line(line()), of: nil))
    #expect(hook([.cue]) { $0.carers = ["ros"] }.hears(.line(line()), of: nil))
    #expect(!hook([.cue]) { $0.carers = ["imani"] }.hears(.line(line()), of: nil))
    let fuel = line(.fuel, subject: .fuel(children: ["wren"], movementToo: false))
    #expect(hook([.fuel]) { $0.children = ["wren"] }.hears(.line(fuel), of: nil))
    #expect(!hook([.fuel]) { $0.children = ["otter"] }.hears(.line(fuel), of: nil))
  }

  @Test("what is a carer's own reaches a hook only where it names them")
  func own() {
    let digest = Announcement.line(line(.digest))
    #expect(!hook([.digest]).hears(digest, of: "ros"))
    #expect(hook([.digest]) { $0.carers = ["ros"] }.hears(digest, of: "ros"))
  }

  @Test(
    "words go along where it asks for them, at most at its level, and never above the line's",
    arguments: [
      (Hook.Text.none, TextLevel.full, nil), (.generic, .full, TextLevel.generic), (.public, .full, .public),
      (.full, .full, .full), (.full, .generic, .generic), (.public, .generic, .generic), (.generic, .generic, .generic),
    ])
  func level(text: Hook.Text, line level: TextLevel, expected: TextLevel?) {
    #expect(hook([.cue]) { $0.text = text }.level(of: line(level: level)) == expected)
  }

  @Test("its name is its program's, without the folder")
  func name() { #expect(hook([]).name == "lamp") }
}
