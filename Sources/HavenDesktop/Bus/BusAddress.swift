import Glibc

/// Where a message bus listens, in the notation of the D-Bus specification ("Server Addresses").
public struct BusAddress: Equatable, Sendable, CustomStringConvertible {
  /// Such as `unix:path=/run/user/1000/bus`; several are separated by `;`.
  public let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { text }

  /// The session bus: `$DBUS_SESSION_BUS_ADDRESS`, else `$XDG_RUNTIME_DIR/bus`, else `/run/user/UID/bus`.
  ///
  /// There is always an answer: a bus that is not there yet is waited for at the place where systemd will put it.
  public static func session(environment: (String) -> String? = Self.variable) -> BusAddress {
    if let given = environment("DBUS_SESSION_BUS_ADDRESS"), !given.isEmpty { return BusAddress(given) }
    if let folder = environment("XDG_RUNTIME_DIR"), folder.hasPrefix("/") { return .socket(at: "\(folder)/bus") }
    return .socket(at: "/run/user/\(getuid())/bus")
  }

  /// The system bus: `$DBUS_SYSTEM_BUS_ADDRESS`, else its well-known place.
  public static func system(environment: (String) -> String? = Self.variable) -> BusAddress {
    if let given = environment("DBUS_SYSTEM_BUS_ADDRESS"), !given.isEmpty { return BusAddress(given) }
    return .socket(at: "/run/dbus/system_bus_socket")
  }

  /// A socket in the file system, its path escaped as the specification wants it.
  public static func socket(at path: String) -> BusAddress {
    let hexadecimal = Array("0123456789abcdef".utf8)
    var escaped: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"),
        UInt8(ascii: "."), UInt8(ascii: "*"):
        escaped.append(byte)
      default:
        escaped += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return BusAddress("unix:path=" + String(decoding: escaped, as: UTF8.self))
  }

  public static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
