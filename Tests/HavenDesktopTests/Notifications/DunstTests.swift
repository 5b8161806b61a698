import HavenDesktop
import Testing

/// On dunst, which draws no buttons, hands actions to a menu, and takes `Notify` at its word.
@Suite(.onLoop, .enabled(if: PrivateDisplay.installed("dunst") != nil && PrivateDisplay.installed("Xvfb") != nil))
struct DunstTests {
  @LoopActor private struct Dunst {
    let daemon: PrivateBus, display: PrivateDisplay, shown: ShownNotifier
    let program: Program

    /// The menu is a script that takes the line it finds.
    init(choosing choice: String = "Done") async throws {
      daemon = try await PrivateBus()
      display = try await PrivateDisplay(on: daemon)
      let menu = try display.file("menu", "grep -m 1 -i -e '\(choice)'\n")
      let configuration = try display.file(
        "dunstrc", "[global]\n  dmenu = /bin/sh \(menu)\n  idle_threshold = 0\n[urgency_normal]\n  timeout = 0\n")
      shown = ShownNotifier(on: daemon)
      program = try Program(["dunst", "-conf", configuration], environment: display.environment, isQuiet: true)
      try await shown.available()
    }

    func displayed() async throws -> String? { try await display.run("dunstctl", "count", "displayed").first }
  }

  @Test("an action chosen from dunst's menu is the answer")
  @LoopActor func action() async throws {
    let dunst = try await Dunst(choosing: "not today")
    #expect(dunst.shown.notifier.state.server?.hasPrefix("dunst ") == true)
    try await dunst.shown.show(title: "Otter: tablet ends in 10 minutes", body: "Next: supper → landing & calm")
    #expect(try await dunst.displayed() == "1")
    try await dunst.display.screenshot("notifier-dunst")
    try await dunst.display.run("dunstctl", "context")
    _ = try await dunst.shown.events.next { $0 == .answered(key: "otter/tablet-ends", action: "not-today") }
  }

  @Test("two rungs of one transition are one bubble")
  @LoopActor func replaces() async throws {
    let dunst = try await Dunst()
    try await dunst.shown.show(title: "10 minutes")
    try await dunst.shown.show(title: "5 minutes")
    #expect(try await dunst.displayed() == "1")
    await dunst.shown.notifier.close(key: "otter/tablet-ends")
    #expect(try await dunst.displayed() == "0")
    #expect(dunst.shown.answers == [])
  }

  @Test("a bubble closed by hand is dismissed")
  @LoopActor func dismissed() async throws {
    let dunst = try await Dunst()
    try await dunst.shown.show()
    #expect(try await dunst.displayed() == "1")
    try await dunst.display.run("dunstctl", "close")
    _ = try await dunst.shown.events.next { $0 == .closed(key: "otter/tablet-ends", reason: .dismissed) }
  }

  @Test("dunst paused is do-not-disturb")
  @LoopActor func paused() async throws {
    let dunst = try await Dunst()
    try await dunst.display.run("dunstctl", "set-paused", "true")
    _ = try await dunst.shown.events.next { $0 == .inhibited(true) }
    try await dunst.display.run("dunstctl", "set-paused", "false")
    _ = try await dunst.shown.events.next { $0 == .inhibited(false) }
  }
}
