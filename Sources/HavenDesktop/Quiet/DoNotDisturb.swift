/// Follows whether the person has asked not to be disturbed, on the desktops that tell (docs/holds.md).
@LoopActor
final class DoNotDisturb {
  private(set) var isOn = false {
    didSet { if isOn != oldValue { onChange(isOn) } }
  }
  /// Who tells; nil where nobody does, and then it is never on.
  private(set) var source: String?
  private let bus: Bus
  private let settings: String
  private let onChange: @LoopActor (Bool) -> Void
  private var following: (any QuietSource)?
  /// Counts what was followed: what an earlier one tells late is void.
  private var number = 0

  /// - Parameter settings: the file of the desktop's settings, for those that keep do-not-disturb there.
  init(on bus: Bus, settings: String, onChange: @escaping @LoopActor (Bool) -> Void) {
    self.bus = bus
    self.settings = settings
    self.onChange = onChange
  }

  /// Reads the present state of a server that has come, and follows it.
  func follow(_ server: NotificationServer, owner: String) async {
    guard let new = quietSource(of: server, owner: owner, on: bus, settings: settings) else { return stop() }
    number += 1
    let number = number
    following = new
    let known = Promise<Bool>()
    new.follow { [weak self] isOn in
      if let self, self.number == number { hear(isOn, from: server) }
      known.fulfil(true)
    }
    _ = await known.value(within: .seconds(10))
  }

  /// The server has gone, and its state with it.
  func stop() {
    number += 1
    following = nil
    source = nil
    isOn = false
  }

  private func hear(_ new: Bool?, from server: NotificationServer) {
    source = new == nil ? nil : server.description
    isOn = new ?? false
  }
}
