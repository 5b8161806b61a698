/// `org.varlink.service`: what every Varlink server tells about itself (<https://varlink.org/Service>).
enum ServiceInformation {
  static let interface = "org.varlink.service"

  static func answer(_ call: VarlinkCall) throws -> VarlinkReply {
    switch call.name {
    case "GetInfo":
      struct None: Decodable {}
      _ = try call.read(None.self)
      return try VarlinkReply(Information())
    case "GetInterfaceDescription":
      struct Asked: Decodable { var interface: String? }
      switch try call.read(Asked.self, only: "interface").interface {
      case interface?: return try VarlinkReply(Description(description: InterfaceText.service))
      case VarlinkDispatch.interface?: return try VarlinkReply(Description(description: InterfaceText.daemon))
      case let other?: throw VarlinkError.interfaceNotFound(other)
      case nil: throw VarlinkError.invalidParameter("interface")
      }
    default: throw VarlinkError.methodNotFound(call.method)
    }
  }

  private struct Information: Codable {
    var vendor = "Haven"
    var product = "havend"
    var version = havenVersion
    var url = ""
    var interfaces = [ServiceInformation.interface, VarlinkDispatch.interface]
  }

  private struct Description: Codable { var description: String }
}
