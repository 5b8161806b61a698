import Glibc

/// GNOME, Cinnamon and MATE keep do-not-disturb among their settings, which no portal and no server shows. dconf tells
/// on the bus that a setting changed (`ca.desrt.dconf.Writer.Notify`), and its value is in a file of the person's.
@LoopActor
final class DconfQuiet: QuietSource {
  struct Setting {
    var key: String
    /// The value with which nobody is to be disturbed; a setting never touched has the other.
    var quiet: Bool

    static let gnome = Setting(key: "/org/gnome/desktop/notifications/show-banners", quiet: false)
    static let cinnamon = Setting(key: "/org/cinnamon/desktop/notifications/display-notifications", quiet: false)
    static let mate = Setting(key: "/org/mate/notification-daemon/do-not-disturb", quiet: true)

    /// Whether a change of `path`, a key or a folder of keys, may be one of this setting.
    func isTouched(by path: String) -> Bool { path == key || path.hasSuffix("/") && key.hasPrefix(path) }
  }

  private let setting: Setting
  private let file: String
  private let bus: Bus
  private var signals: BusSubscription?

  init(_ setting: Setting, in file: String, on bus: Bus) {
    self.setting = setting
    self.file = file
    self.bus = bus
  }

  /// Where dconf keeps the person's settings.
  static var file: String {
    let config = BusAddress.variable("XDG_CONFIG_HOME") ?? (BusAddress.variable("HOME") ?? "") + "/.config"
    return config + "/dconf/user"
  }

  func follow(_ tell: @escaping @LoopActor (Bool?) -> Void) {
    let match = SignalMatch(
      sender: "ca.desrt.dconf", path: "/ca/desrt/dconf/Writer/user", interface: "ca.desrt.dconf.Writer",
      member: "Notify")
    signals = bus.onSignal(match) { [weak self] signal throws(BusError) in
      // A folder and what changed below it, or one key and nothing below.
      let prefix = try signal.string()
      let below = try signal.strings()
      guard let self, below.contains(where: { self.setting.isTouched(by: prefix + $0) }) else { return }
      tell(read())
    }
    tell(read())
  }

  private func read() -> Bool {
    let value = DconfFile(path: file)?.bool(at: setting.key)
    return value == nil ? false : value == setting.quiet
  }
}
