import Glibc
import HavenDesktop
import Testing

/// A server that is on from the start, and how it is told to change.
private struct Kind: Sendable, CustomTestStringConvertible {
  var name: String
  var capabilities = "body"
  var arguments: [String]
  var off: String
  var on: String
  var testDescription: String { "\(name): \(on)" }
}

private let kinds = [
  Kind(
    name: "Plasma", capabilities: "body,inhibitions", arguments: ["--inhibited"], off: "inhibited false",
    on: "inhibited true"),
  Kind(name: "dunst", arguments: ["--paused"], off: "paused false", on: "paused true"),
  Kind(
    name: "mako", arguments: ["--modes", "away,do-not-disturb"], off: "modes default",
    on: "modes default,do-not-disturb"),
  Kind(name: "SwayNotificationCenter", arguments: ["--dnd", "--old"], off: "dnd false", on: "dnd true"),
  Kind(name: "SwayNotificationCenter", arguments: ["--dnd"], off: "dnd false", on: "held true"),
]

private let xfconfd = PrivateDisplay.installed("xfce4/xfconf/xfconfd")
private let dconfService = "/usr/libexec/dconf-service"

/// Do-not-disturb as each kind of desktop tells of it, from a server that does as that kind does
/// (Tests/Desktop/notification_server.py), or from the real thing where that runs without a compositor.
@Suite(.onLoop)
struct DoNotDisturbTests {
  @Test("it is known before anything could be shown, followed, and gone with the server", arguments: kinds)
  @LoopActor fileprivate func told(kind: Kind) async throws {
    let daemon = try await PrivateBus()
    let server = try await MockServer(
      on: daemon, arguments: ["--name", kind.name, "--capabilities", kind.capabilities] + kind.arguments)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    #expect(shown.events.items == [.inhibited(true), .available])
    #expect(shown.notifier.inhibitionSource == "\(kind.name) 1.0")
    try await server.tell(kind.off)
    _ = try await shown.events.next { $0 == .inhibited(false) }
    try await server.tell(kind.on)
    _ = try await shown.events.next { $0 == .inhibited(true) }
    try await server.end()
    _ = try await shown.events.next { $0 == .inhibited(false) }
    #expect(shown.notifier.inhibitionSource == nil)
  }

  @Test("a server that does not tell is never on, and nobody is named", arguments: ["mako", "notify-osd"])
  @LoopActor func untold(name: String) async throws {
    let daemon = try await PrivateBus()
    let server = try await MockServer(on: daemon, "--name", name, "--modes", "do-not-disturb", "--old")
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show()
    #expect(!shown.notifier.isInhibited && shown.notifier.inhibitionSource == nil)
    #expect(server.notified.items.count == 1)
  }

  @Test(
    "Xfce: the switch in its settings, set, cleared, and never touched",
    .enabled(if: xfconfd != nil && PrivateDisplay.installed("xfconf-query") != nil))
  @LoopActor func xfce() async throws {
    let daemon = try await PrivateBus(), folder = try Folder()
    let environment = daemon.environment.merging(["XDG_CONFIG_HOME": folder.path, "HOME": folder.path]) { $1 }
    let settings = try Program([#require(xfconfd)], environment: environment, isQuiet: true)
    let server = try await MockServer(on: daemon, "--name", "Xfce Notify Daemon")
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await eventually("the settings") { shown.notifier.inhibitionSource == "Xfce Notify Daemon 1.0" }
    #expect(!shown.notifier.isInhibited)
    func query(_ arguments: String...) async throws {
      let query = ["xfconf-query", "-c", "xfce4-notifyd", "-p", "/do-not-disturb"] + arguments
      _ = try await Program(query, environment: environment).ended()
    }
    try await query("-n", "-t", "bool", "-s", "true")
    _ = try await shown.events.next { $0 == .inhibited(true) }
    try await query("-s", "false")
    _ = try await shown.events.next { $0 == .inhibited(false) }
    try await query("-s", "true")
    _ = try await shown.events.next { $0 == .inhibited(true) }
    try await query("-r")
    _ = try await shown.events.next { $0 == .inhibited(false) }
    try await server.end()
    _ = try await settings.end()
  }

  @Test(
    "GNOME, Cinnamon and MATE: the switch in dconf",
    .enabled(if: access(dconfService, X_OK) == 0 && PrivateDisplay.installed("dconf") != nil),
    arguments: [
      ("gnome-shell", "GNOME", "/org/gnome/desktop/notifications/show-banners", "false"),
      ("cinnamon", "GNOME", "/org/cinnamon/desktop/notifications/display-notifications", "false"),
      ("Notification Daemon", "MATE", "/org/mate/notification-daemon/do-not-disturb", "true"),
    ])
  @LoopActor func settings(name: String, vendor: String, key: String, quiet: String) async throws {
    let daemon = try await PrivateBus(), folder = try Folder()
    let environment = daemon.environment.merging([
      "XDG_CONFIG_HOME": folder.path, "HOME": folder.path, "XDG_RUNTIME_DIR": "\(folder.path)/run",
    ]) { $1 }
    // Another folder: dconf keeps a file of the same name there.
    mkdir("\(folder.path)/run", 0o700)
    let service = try Program([dconfService], environment: environment, isQuiet: true)
    func dconf(_ arguments: String...) async throws {
      #expect(try await Program(["dconf"] + arguments, environment: environment).ended() == .exited(code: 0))
    }
    let server = try await MockServer(on: daemon, "--name", name, "--vendor", vendor)
    let shown = ShownNotifier(on: daemon, settings: "\(folder.path)/dconf/user")
    try await shown.available()
    #expect(!shown.notifier.isInhibited && shown.notifier.inhibitionSource == "\(name) 1.0")
    // Others' settings in the same file, and one below the same folder.
    try await dconf("write", "/org/gnome/desktop/notifications/show-in-lock-screen", "false")
    try await dconf("write", key, quiet)
    _ = try await shown.events.next { $0 == .inhibited(true) }
    try await dconf("write", key, quiet == "true" ? "false" : "true")
    _ = try await shown.events.next { $0 == .inhibited(false) }
    try await dconf("write", key, quiet)
    _ = try await shown.events.next { $0 == .inhibited(true) }
    try await dconf("reset", "-f", "/org/")
    _ = try await shown.events.next { $0 == .inhibited(false) }
    try await server.end()
    _ = try await service.end()
  }
}
