/// SwayNotificationCenter: `GetDnd` and the signal `Subscribe`; newer ones also tell, in `SubscribeV2`, that an
/// application such as a screen recorder holds notifications back.
@LoopActor
final class SwayncQuiet: QuietSource {
  private static let path = "/org/erikreider/swaync/cc"
  private static let interface = "org.erikreider.swaync.cc"

  private let owner: String
  private let bus: Bus
  private var signals: BusSubscription?
  private var isDisturbable = true
  private var isInhibited = false

  init(of owner: String, on bus: Bus) {
    self.owner = owner
    self.bus = bus
  }

  func follow(_ tell: @escaping @LoopActor (Bool?) -> Void) {
    let match = SignalMatch(sender: owner, path: Self.path, interface: Self.interface)
    signals = bus.onSignal(match) { [weak self] signal throws(BusError) in
      guard let self, let member = signal.member, member == "Subscribe" || member == "SubscribeV2" else { return }
      _ = try signal.uint32()  // how many notifications wait
      let isOn = try signal.bool()
      _ = try signal.bool()  // whether the panel is open
      if member == "SubscribeV2" { isInhibited = try signal.bool() }
      isDisturbable = !isOn
      tell(!isDisturbable || isInhibited)
    }
    // The second question is an error on older ones, which hold nothing back by themselves.
    ask("IsInhibited") { [weak self] in self?.isInhibited = $0 ?? false }
    ask("GetDnd") { [weak self] isOn in
      guard let self, let isOn else { return tell(nil) }
      isDisturbable = !isOn
      tell(isOn || isInhibited)
    }
  }

  private func ask(_ member: String, _ answer: @escaping @LoopActor (Bool?) -> Void) {
    do throws(BusError) {
      try bus.send(BusMethod(owner, Self.path, Self.interface, member, startsService: false)) { result in
        answer(try? result.get().bool())
      }
    } catch {
      answer(nil)
    }
  }
}
