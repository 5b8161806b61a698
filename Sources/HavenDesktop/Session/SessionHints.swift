import Glibc

/// Follows what logind knows of our session: locked or not, idle or not.
///
/// havend is a service of the user and in no session itself: the session meant is the user's graphical one (`Display`
/// of org.freedesktop.login1(5)'s user object), else the one we were started in.
@LoopActor
final class SessionHints {
  var onChange: (@LoopActor () -> Void)?
  private(set) var isLocked = false
  private(set) var isIdle = false

  private static let interface = "org.freedesktop.login1.Session"

  private let bus: Bus
  private var subscriptions: [BusSubscription] = []
  private var ofUser: BusSubscription?
  private var ofSession: BusSubscription?
  private var session: String?
  /// Whether there is a session to tell of.
  var isFollowing: Bool { session != nil }
  /// Counts the searches: what an earlier one finds late is void.
  private var search = 0

  init(on bus: Bus) {
    self.bus = bus
    let signals = SignalMatch(sender: SleepWatch.name, path: SleepWatch.path, interface: SleepWatch.interface)
    subscriptions = [
      bus.onOwner(of: SleepWatch.name) { [weak self] in self?.look(isPresent: $0 != nil) },
      bus.onSignal(signals) { [weak self] signal throws(BusError) in
        if signal.member == "SessionNew" || signal.member == "SessionRemoved" { self?.look(isPresent: true) }
      },
    ]
  }

  private func look(isPresent: Bool) {
    search += 1
    guard isPresent else { return follow(nil) }
    let search = search
    EventLoop.main.spawn { [weak self] in
      let user = await self?.object("GetUser") { arguments throws(BusError) in try arguments.uint32(getuid()) }
      let session = await self?.session(of: user)
      guard let self, self.search == search else { return }
      ofUser = user.map { user in
        bus.onPropertiesChanged(of: "org.freedesktop.login1.User", at: user, from: SleepWatch.name) {
          [weak self] values, invalidated in
          if values["Display"] != nil || invalidated.contains("Display") { self?.look(isPresent: true) }
        }
      }
      follow(session)
    }
  }

  private func session(of user: String?) async -> String? {
    if let user, let path = await display(of: user) { return path }
    guard let own = BusAddress.variable("XDG_SESSION_ID") else { return nil }
    return await object("GetSession") { arguments throws(BusError) in try arguments.string(own) }
  }

  /// The graphical session of a user; nil for one who has none, `/` on the bus.
  private func display(of user: String) async -> String? {
    let method = BusMethod(SleepWatch.name, user, "org.freedesktop.DBus.Properties", "Get", startsService: false)
    let reply = try? await bus.call(method) { arguments throws(BusError) in
      try arguments.string("org.freedesktop.login1.User")
      try arguments.string("Display")
    }
    let path = try? reply?.variant(of: "(so)") { reply throws(BusError) in
      try reply.structure(of: "so") { () throws(BusError) in
        _ = try reply.string()
        return try reply.objectPath()
      }
    }
    return path == "/" ? nil : path
  }

  private func object(
    _ member: String, _ arguments: (BusWriter) throws(BusError) -> Void
  ) async -> String? {
    let method = BusMethod(SleepWatch.name, SleepWatch.path, SleepWatch.interface, member, startsService: false)
    return try? await bus.call(method, arguments: arguments).objectPath()
  }

  private func follow(_ new: String?) {
    guard new != session else { return }
    session = new
    ofSession = nil
    guard let new else { return set(isLocked: false, isIdle: false) }
    ofSession = bus.onPropertiesChanged(of: Self.interface, at: new, from: SleepWatch.name) { [weak self] values, _ in
      self?.set(isLocked: values["LockedHint"]?.bool, isIdle: values["IdleHint"]?.bool)
    }
    EventLoop.main.spawn { [weak self, bus] in
      let isLocked = try? await bus.property("LockedHint", of: Self.interface, at: new, from: SleepWatch.name)
      let isIdle = try? await bus.property("IdleHint", of: Self.interface, at: new, from: SleepWatch.name)
      guard let self, session == new else { return }
      set(isLocked: isLocked?.bool, isIdle: isIdle?.bool)
    }
  }

  private func set(isLocked newLocked: Bool?, isIdle newIdle: Bool?) {
    isLocked = newLocked ?? isLocked
    isIdle = newIdle ?? isIdle
    onChange?()
  }
}
