/// Follows who owns a well-known name.
final class OwnerSubscription: BusSubscription {
  private let name: String
  private let handler: @LoopActor (String?) -> Void
  private let signals: SignalSubscription
  private var question: BusCall?
  private var owner: String?
  private var isKnown = false

  init(name: String, handler: @escaping @LoopActor (String?) -> Void) {
    self.name = name
    self.handler = handler
    weak var own: OwnerSubscription?
    signals = SignalSubscription(
      rule: SignalMatch(
        sender: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus",
        member: "NameOwnerChanged", firstArgument: name
      ).rule
    ) { signal throws(BusError) in
      _ = try signal.string()
      _ = try signal.string()
      let new = try signal.string()
      own?.learn(new.isEmpty ? nil : new)
    }
    super.init()
    own = self
  }

  override func attach(to connection: BusConnection?) {
    signals.attach(to: connection)
    question?.cancel()
    question = nil
    isKnown = false
    guard let connection else {
      if owner != nil { learn(nil) }
      return
    }
    // Asked behind the match and answered in order: no change falls between the two.
    let call = BusCall { [weak self] result in
      guard let self else { return }
      question = nil
      switch result {
      case .success(let reply): learn(try? reply.string())
      case .failure(.cancelled): break
      case .failure: learn(nil)
      }
    }
    let name = name
    try? connection.begin(call, of: .ofBus("GetNameOwner"), timeout: .seconds(25)) { arguments throws(BusError) in
      try arguments.string(name)
    }
    question = call
  }

  private func learn(_ new: String?) {
    guard !isKnown || new != owner else { return }
    isKnown = true
    owner = new
    handler(new)
  }
}

extension Bus {
  /// Tells the unique name of the owner of `name`: once for each connection as soon as it is known, then at every
  /// change; nil while nobody owns it or there is no bus. Never starts the service.
  public func onOwner(of name: String, _ handler: @escaping @LoopActor (String?) -> Void) -> BusSubscription {
    let subscription = OwnerSubscription(name: name, handler: handler)
    add(subscription)
    return subscription
  }
}
