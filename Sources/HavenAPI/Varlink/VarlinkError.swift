/// What goes wrong between a client and the protocol itself, before any question of ours is asked.
public enum VarlinkError: Error, Sendable, Equatable {
  // org.varlink.service
  case interfaceNotFound(String)
  case methodNotFound(String)
  /// Described, and not there in this build.
  case methodNotImplemented(String)
  /// The key it is about.
  case invalidParameter(String)
  /// The method answers with a stream, and `more` was not set.
  case expectedMore
  /// The peer is another login; the connection is closed.
  case permissionDenied

  // io.haven.Daemon; after each of these the connection is closed
  case malformedRequest(reason: String)
  case requestTooLarge(limit: Int)
  case requestTooSlow(seconds: Int)
  case tooManyConnections(limit: Int)
}

extension VarlinkError {
  /// Its name on the wire, and the one parameter it has.
  private var parts: (name: String, parameter: (key: String, value: JSONValue)?) {
    switch self {
    case .interfaceNotFound(let name): ("org.varlink.service.InterfaceNotFound", ("interface", .string(name)))
    case .methodNotFound(let name): ("org.varlink.service.MethodNotFound", ("method", .string(name)))
    case .methodNotImplemented(let name): ("org.varlink.service.MethodNotImplemented", ("method", .string(name)))
    case .invalidParameter(let name): ("org.varlink.service.InvalidParameter", ("parameter", .string(name)))
    case .expectedMore: ("org.varlink.service.ExpectedMore", nil)
    case .permissionDenied: ("org.varlink.service.PermissionDenied", nil)
    case .malformedRequest(let reason): ("io.haven.Daemon.MalformedRequest", ("reason", .string(reason)))
    case .requestTooLarge(let limit): ("io.haven.Daemon.RequestTooLarge", ("limit", .number("\(limit)")))
    case .requestTooSlow(let limit): ("io.haven.Daemon.RequestTooSlow", ("seconds", .number("\(limit)")))
    case .tooManyConnections(let limit): ("io.haven.Daemon.TooManyConnections", ("limit", .number("\(limit)")))
    }
  }

  /// The reply that carries it.
  public var reply: VarlinkReply {
    let (name, parameter) = parts
    var text: [UInt8] = []
    JSONValue.object(parameter.map { [.init(key: $0.key, value: $0.value)] } ?? []).write(to: &text)
    return VarlinkReply(parameters: text, error: name)
  }

  /// What an error reply of the protocol says; nil for any other.
  public init?(_ reply: VarlinkReply) {
    let said = try? JSON.decode(Parameters.self, from: reply.parameters)
    switch reply.error {
    case "org.varlink.service.InterfaceNotFound": self = .interfaceNotFound(said?.interface ?? "")
    case "org.varlink.service.MethodNotFound": self = .methodNotFound(said?.method ?? "")
    case "org.varlink.service.MethodNotImplemented": self = .methodNotImplemented(said?.method ?? "")
    case "org.varlink.service.InvalidParameter": self = .invalidParameter(said?.parameter ?? "")
    case "org.varlink.service.ExpectedMore": self = .expectedMore
    case "org.varlink.service.PermissionDenied": self = .permissionDenied
    case "io.haven.Daemon.MalformedRequest": self = .malformedRequest(reason: said?.reason ?? "")
    case "io.haven.Daemon.RequestTooLarge": self = .requestTooLarge(limit: said?.limit ?? 0)
    case "io.haven.Daemon.RequestTooSlow": self = .requestTooSlow(seconds: said?.seconds ?? 0)
    case "io.haven.Daemon.TooManyConnections": self = .tooManyConnections(limit: said?.limit ?? 0)
    default: return nil
    }
  }

  private struct Parameters: Decodable {
    var interface, method, parameter, reason: String?
    var limit, seconds: Int?
  }
}
