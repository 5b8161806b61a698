/// Do-not-disturb as a property of the server's own, which signals its changes.
@LoopActor
final class QuietProperty: QuietSource {
  private let name: String
  private let interface: String
  private let path: String
  private let owner: String
  private let bus: Bus
  private let meaning: (BusValue) -> Bool?
  private var changes: BusSubscription?

  /// - Parameter meaning: whether a value says that it is on; nil for a value that says nothing.
  init(
    _ name: String, of interface: String, at path: String, from owner: String, on bus: Bus,
    meaning: @escaping (BusValue) -> Bool?
  ) {
    self.name = name
    self.interface = interface
    self.path = path
    self.owner = owner
    self.bus = bus
    self.meaning = meaning
  }

  func follow(_ tell: @escaping @LoopActor (Bool?) -> Void) {
    changes = bus.onPropertiesChanged(of: interface, at: path, from: owner) { [weak self] values, invalidated in
      guard let self else { return }
      if let isOn = values[name].flatMap(meaning) { return tell(isOn) }
      if invalidated.contains(name) { read(tell) }
    }
    read(tell)
  }

  /// Asked behind the match and heard in order: no change falls between the two. A server without the property (mako
  /// before 1.9) does not tell.
  private func read(_ tell: @escaping @LoopActor (Bool?) -> Void) {
    let method = BusMethod(owner, path, "org.freedesktop.DBus.Properties", "Get", startsService: false)
    do throws(BusError) {
      try bus.send(method) { arguments throws(BusError) in
        try arguments.string(interface)
        try arguments.string(name)
      } completion: { [weak self] result in
        tell((try? result.get().variant()).flatMap { self?.meaning($0) })
      }
    } catch {
      tell(nil)
    }
  }
}
