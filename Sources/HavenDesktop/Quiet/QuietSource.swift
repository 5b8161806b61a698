/// One place where a desktop keeps its do-not-disturb, and tells of it.
@LoopActor
protocol QuietSource: AnyObject {
  /// Tells the present state as soon as it is known, then every change for as long as the source is kept; nil where it
  /// turns out that this desktop does not tell.
  func follow(_ tell: @escaping @LoopActor (Bool?) -> Void)
}

/// Where a notification server's do-not-disturb is; nil for a server that Haven knows no such place of.
@LoopActor
func quietSource(
  of server: NotificationServer, owner: String, on bus: Bus, settings: String
) -> (any QuietSource)? {
  func property(_ interface: String, _ name: String, path: String, _ meaning: @escaping (BusValue) -> Bool?)
    -> QuietProperty
  {
    QuietProperty(name, of: interface, at: path, from: owner, on: bus, meaning: meaning)
  }
  // KDE Plasma: on by hand, while an application asks for it, while screens are mirrored or shared, and from 6.4 on
  // while a full-screen window has the focus.
  if server.capabilities.contains("inhibitions") {
    return property(DesktopNotifier.interface, "Inhibited", path: DesktopNotifier.path, \.bool)
  }
  switch server.name {
  case "dunst": return property("org.dunstproject.cmd0", "paused", path: DesktopNotifier.path, \.bool)
  case "mako":
    // Its modes are the family's own; this one is its manual's.
    return property("fr.emersion.Mako", "Modes", path: "/fr/emersion/Mako") { value in
      if case .strings(let modes) = value { modes.contains("do-not-disturb") } else { nil }
    }
  case "SwayNotificationCenter": return SwayncQuiet(of: owner, on: bus)
  case "Xfce Notify Daemon": return XfceQuiet(on: bus)
  case "gnome-shell": return DconfQuiet(.gnome, in: settings, on: bus)
  case "cinnamon": return DconfQuiet(.cinnamon, in: settings, on: bus)
  case "Notification Daemon" where server.vendor == "MATE": return DconfQuiet(.mate, in: settings, on: bus)
  default: return nil
  }
}
