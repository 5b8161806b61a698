/// Follows whether the person has asked the notification server for quiet, on the servers that tell.
///
/// KDE Plasma has the property `Inhibited` and names the capability `inhibitions`; dunst has its own `paused`. GNOME and
/// Xfce keep it in their settings, off the bus: there Haven shows, and the desktop keeps it to itself.
@LoopActor
final class DoNotDisturb {
  private(set) var isOn = false {
    didSet { if isOn != oldValue { onChange(isOn) } }
  }
  private let bus: Bus
  private let onChange: @LoopActor (Bool) -> Void
  private var changes: BusSubscription?

  init(on bus: Bus, onChange: @escaping @LoopActor (Bool) -> Void) {
    self.bus = bus
    self.onChange = onChange
  }

  /// Reads the present state of a server that has come, and follows it.
  func follow(_ server: NotificationServer, owner: String) async {
    guard let (interface, property) = Self.property(of: server) else { return }
    changes = bus.onPropertiesChanged(of: interface, at: DesktopNotifier.path, from: owner) { [weak self] values, _ in
      if let value = values[property]?.bool { self?.isOn = value }
    }
    let value = try? await bus.property(property, of: interface, at: DesktopNotifier.path, from: owner)
    // It may have gone, and another come, while this one was asked.
    if changes != nil, let value = value?.bool { isOn = value }
  }

  /// The server has gone, and its state with it.
  func stop() {
    changes = nil
    isOn = false
  }

  private static func property(of server: NotificationServer) -> (interface: String, property: String)? {
    if server.capabilities.contains("inhibitions") { return (DesktopNotifier.interface, "Inhibited") }
    if server.name == "dunst" { return ("org.dunstproject.cmd0", "paused") }
    return nil
  }
}
