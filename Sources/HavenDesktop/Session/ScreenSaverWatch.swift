/// Follows the desktop's screen saver, as a second source for a locked screen: not every locker tells logind.
///
/// A screen saver that is active need not be locked; nobody is looking all the same, and a passer-by might be.
@LoopActor
final class ScreenSaverWatch {
  var onChange: (@LoopActor () -> Void)?
  /// Whether any of them is active.
  var isActive: Bool { active.values.contains(true) }
  /// The ones that are there.
  var names: [String] { active.keys.sorted() }
  func isActive(_ name: String) -> Bool { active[name] ?? false }

  /// Name and interface are one; the path is made of it. KDE, GNOME, Cinnamon, MATE, Xfce.
  private static let known = ["freedesktop", "gnome", "cinnamon", "mate", "xfce"].map { "org.\($0).ScreenSaver" }

  private let bus: Bus
  private var owners: [BusSubscription] = []
  private var signals: [String: BusSubscription] = [:]
  private var active: [String: Bool] = [:]

  init(on bus: Bus) {
    self.bus = bus
    owners = Self.known.map { name in
      bus.onOwner(of: name) { [weak self] in self?.ownerChanged(of: name, to: $0) }
    }
  }

  private func ownerChanged(of name: String, to owner: String?) {
    guard let owner else {
      signals[name] = nil
      active[name] = nil
      onChange?()
      return
    }
    active[name] = false
    signals[name] = bus.onSignal(SignalMatch(sender: owner, interface: name, member: "ActiveChanged")) {
      [weak self] signal throws(BusError) in self?.set(name, isActive: try signal.bool())
    }
    let path = "/" + name.split(separator: ".").joined(separator: "/")
    _ = try? bus.send(BusMethod(owner, path, name, "GetActive", startsService: false)) { [weak self] result in
      if let isActive = try? result.get().bool() { self?.set(name, isActive: isActive) }
    }
  }

  private func set(_ name: String, isActive: Bool) {
    guard active[name] != nil else { return }
    active[name] = isActive
    onChange?()
  }
}
