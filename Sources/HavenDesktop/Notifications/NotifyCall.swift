/// The arguments of one call of `Notify`, made for what a server says it can.
///
/// https://specifications.freedesktop.org/notification-spec, "Basic Design" and "Hints".
struct NotifyCall: Equatable {
  var title: String
  var body: String
  /// Ids and labels in turn, as the specification has them.
  var actions: [String] = []
  var hints: [String: BusValue]
  /// Milliseconds; -1 leaves it to the server.
  var timeout: Int32
  var replaces: UInt32 = 0
  /// A `file://` address, or nothing: then the server takes what the desktop entry names, or shows none.
  var icon = ""

  init(_ notification: DesktopNotification, for server: NotificationServer, icon: String = "") {
    self.icon = icon
    title = PlainText.line(notification.title)
    body = PlainText.lines(notification.body)
    if !server.hasBody {
      // Nothing else will show it.
      title = [title, PlainText.line(notification.body)].filter { !$0.isEmpty }.joined(separator: ": ")
      body = ""
    } else if server.readsMarkup {
      body = PlainText.escaped(body)
    }
    if server.hasActions {
      actions = notification.actions.flatMap { [$0.id, PlainText.line($0.label)] }
    }
    hints = [
      "urgency": .byte(notification.urgency.rawValue),
      "category": .string(notification.category),
      "desktop-entry": .string("haven"),
    ]
    if notification.isTransient { hints["transient"] = .bool(true) }
    if let sound = notification.sound {
      if server.hasSound { hints[sound.hasPrefix("/") ? "sound-file" : "sound-name"] = .string(sound) }
    } else {
      hints["suppress-sound"] = .bool(true)
    }
    timeout = notification.expires.map { Int32(clamping: max(0, $0)) } ?? -1
  }

  func write(to arguments: BusWriter) throws(BusError) {
    try arguments.string("Haven")
    try arguments.uint32(replaces)
    try arguments.string(icon)
    try arguments.string(title)
    try arguments.string(body)
    try arguments.strings(actions)
    try arguments.dictionary(hints)
    try arguments.int32(timeout)
  }
}
