/// One reader of what strangers write, to be given anything at all.
///
/// Each asks more of it than not to crash: what must always be true is a precondition, which a fuzzer finds as it finds a
/// crash. Nothing is read or written outside of the process but the system's time zones.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Bytes of a client of the socket, its calls carried out by an engine.
  case socket
  /// A config, and a day lived by it where it is sound.
  case config
  /// A calendar file, by libical and by what reads the answer of `haven-ics`.
  case calendar
  /// The act file of another login, taken over by an engine.
  case acts

  public func take(_ bytes: [UInt8]) {
    switch self {
    case .socket: takeSocket(bytes)
    case .config: takeConfig(bytes)
    case .calendar: takeCalendar(bytes)
    case .acts: takeActs(bytes)
    }
  }
}
