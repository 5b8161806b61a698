import HavenDesktop
import Testing

private let xfceServer = "xfce4/notifyd/xfce4-notifyd"

/// On xfce4-notifyd, which draws buttons: they are pressed with the mouse.
@Suite(
  .onLoop,
  .enabled(if: PrivateDisplay.installed(xfceServer) != nil && PrivateDisplay.installed("xdotool") != nil))
struct XfceTests {
  @Test("pressing a button is the answer, once, and takes the bubble down", arguments: [(0, "done"), (2, "not-today")])
  @LoopActor func press(button: Int, action: String) async throws {
    let settings = try #require(PrivateDisplay.installed("xfce4/xfconf/xfconfd"))
    let daemon = try await PrivateBus(services: ["org.xfce.Xfconf": settings])
    let display = try await PrivateDisplay(on: daemon)
    let shown = ShownNotifier(on: daemon)
    let program = try #require(PrivateDisplay.installed(xfceServer))
    let server = try Program([program], environment: display.environment, isQuiet: true)
    try await shown.available()
    try await shown.show(title: "Otter: tablet ends in 10 minutes", body: "Next: supper → landing & calm")
    let window = try await display.window(ofClass: "xfce4-notifyd")
    try await display.screenshot("notifier-xfce-\(action)")
    // Three buttons share the last row of the bubble.
    let (x, y) = (window.x + window.width * (2 * button + 1) / 6, window.y + window.height - 31)
    try await display.run("xdotool", "mousemove", "\(x)", "\(y)", "click", "1")
    _ = try await shown.events.next { $0 == .answered(key: "otter/tablet-ends", action: action) }
    // Its close comes with it, and is no news.
    try await shown.show("wren/bath")
    #expect(shown.answers.count == 1)
    #expect(try await server.end() == .killed(signal: 15))
  }
}
