import HavenDesktop
import Testing

/// A notifier on a bus, and what it told.
@LoopActor
struct ShownNotifier {
  let bus: Bus
  let notifier: DesktopNotifier
  let events = Inbox<NotifierEvent>()

  init(on daemon: PrivateBus, patience: Duration = .seconds(5), settings: String? = nil, memory: BubbleMemory? = nil) {
    bus = Bus(daemon.address)
    notifier = DesktopNotifier(on: bus, patience: patience, settings: settings ?? "/nowhere/dconf", memory: memory)
    notifier.onEvent = { [events] in events.add($0) }
    bus.start()
  }

  /// Until a server can be used.
  func available() async throws { _ = try await events.next { $0 == .available } }

  func show(_ key: String = "otter/tablet-ends", title: String = "Tablet ends", body: String = "") async throws {
    try await notifier.show(Self.notification(key, title: title, body: body))
  }

  static func notification(
    _ key: String = "otter/tablet-ends", title: String = "Tablet ends", body: String = ""
  ) -> DesktopNotification {
    DesktopNotification(
      key: key, title: title, body: body, category: "x-haven.cue",
      actions: [("done", "Done"), ("later", "+5"), ("not-today", "Not today")])
  }

  /// The events but for those of coming and going.
  var answers: [NotifierEvent] { events.items.filter { $0 != .available && $0 != .gone } }
}
