/// xfce4-notifyd, which keeps do-not-disturb in Xfce's settings: channel `xfce4-notifyd`, property `/do-not-disturb`.
@LoopActor
final class XfceQuiet: QuietSource {
  private static let name = "org.xfce.Xfconf"
  private static let path = "/org/xfce/Xfconf"
  private static let channel = "xfce4-notifyd"
  private static let property = "/do-not-disturb"

  private let bus: Bus
  private var owners: BusSubscription?
  private var signals: BusSubscription?

  init(on bus: Bus) { self.bus = bus }

  func follow(_ tell: @escaping @LoopActor (Bool?) -> Void) {
    let match = SignalMatch(
      sender: Self.name, path: Self.path, interface: Self.name, firstArgument: Self.channel)
    signals = bus.onSignal(match) { signal throws(BusError) in
      _ = try signal.string()
      guard try signal.string() == Self.property else { return }
      switch signal.member {
      case "PropertyChanged": if let isOn = try signal.variant().bool { tell(isOn) }
      case "PropertyRemoved": tell(false)
      default: return
      }
    }
    // The settings' keeper starts with the server, may be late, and may be started again.
    var isKnown = false
    owners = bus.onOwner(of: Self.name) { [weak self] owner in
      if let owner {
        isKnown = true
        self?.read(from: owner, tell)
      } else if !isKnown {
        tell(nil)
      }
    }
  }

  private func read(from owner: String, _ tell: @escaping @LoopActor (Bool?) -> Void) {
    do throws(BusError) {
      try bus.send(BusMethod(owner, Self.path, Self.name, "GetProperty", startsService: false)) {
        arguments throws(BusError) in
        try arguments.string(Self.channel)
        try arguments.string(Self.property)
      } completion: { result in
        switch result {
        case .success(let reply): tell(try? reply.variant().bool)
        // Never set: off.
        case .failure(.remote): tell(false)
        case .failure: tell(nil)
        }
      }
    } catch {
      tell(nil)
    }
  }
}
