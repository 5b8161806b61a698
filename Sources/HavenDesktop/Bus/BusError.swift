/// Why a bus did not do what was asked.
public enum BusError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no connection, or it broke before the answer came.
  case disconnected
  /// No answer within the time allowed. The call may have been carried out all the same.
  case timedOut
  /// The caller's task was cancelled.
  case cancelled
  /// The peer, or the bus for it, answered with an error; `name` is what to decide by, `message` is for people.
  case remote(name: String, message: String)
  /// A message did not contain what it should, or could not be built.
  case malformed(String)
  /// libsystemd refused.
  case system(SystemError)

  public var description: String {
    switch self {
    case .disconnected: "not connected to the bus"
    case .timedOut: "no answer in time"
    case .cancelled: "cancelled"
    case .remote(let name, let message): message.isEmpty ? name : "\(name): \(message)"
    case .malformed(let what): "malformed message: \(what)"
    case .system(let error): error.description
    }
  }

  /// Error names of the D-Bus specification that Haven tells apart.
  public enum Name {
    public static let noReply = "org.freedesktop.DBus.Error.NoReply"
    public static let nameHasNoOwner = "org.freedesktop.DBus.Error.NameHasNoOwner"
    public static let serviceUnknown = "org.freedesktop.DBus.Error.ServiceUnknown"
    public static let unknownProperty = "org.freedesktop.DBus.Error.UnknownProperty"
    public static let unknownMethod = "org.freedesktop.DBus.Error.UnknownMethod"
  }
}

/// Passes on a result of sd-bus; throws what a negative one says.
@discardableResult
func sdBus(_ result: Int32, _ operation: @autoclosure () -> String) throws(BusError) -> Int32 {
  guard result >= 0 else { throw .system(SystemError(code: -result, operation: operation())) }
  return result
}
