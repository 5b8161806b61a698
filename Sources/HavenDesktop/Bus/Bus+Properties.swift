extension Bus {
  private static let interface = "org.freedesktop.DBus.Properties"

  /// Reads one property. Never starts the service.
  public func property(
    _ name: String, of interface: String, at path: String, from destination: String, timeout: Duration = .seconds(5)
  ) async throws(BusError) -> BusValue {
    let method = BusMethod(destination, path, Self.interface, "Get", startsService: false)
    let reply = try await call(method, timeout: timeout) { arguments throws(BusError) in
      try arguments.string(interface)
      try arguments.string(name)
    }
    return try reply.variant()
  }

  /// Hears changes of an object's properties: the new values, and the names of those that changed without saying how.
  public func onPropertiesChanged(
    of interface: String, at path: String, from sender: String,
    _ handler: @escaping @LoopActor ([String: BusValue], [String]) -> Void
  ) -> BusSubscription {
    let match = SignalMatch(
      sender: sender, path: path, interface: Self.interface, member: "PropertiesChanged", firstArgument: interface)
    return onSignal(match) { signal throws(BusError) in
      _ = try signal.string()
      handler(try signal.dictionary(), try signal.strings())
    }
  }
}
