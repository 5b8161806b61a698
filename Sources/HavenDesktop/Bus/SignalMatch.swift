/// Which signals to hear; what is nil may be anything. (D-Bus specification, "Match Rules")
public struct SignalMatch: Equatable, Sendable {
  /// A unique name, or a well-known one: then the bus delivers what its owner of the moment sends.
  public var sender: String?
  public var path: String?
  public var interface: String?
  public var member: String?
  /// The first argument, where it is a string.
  public var firstArgument: String?

  public init(
    sender: String? = nil, path: String? = nil, interface: String? = nil, member: String? = nil,
    firstArgument: String? = nil
  ) {
    self.sender = sender
    self.path = path
    self.interface = interface
    self.member = member
    self.firstArgument = firstArgument
  }

  /// As the bus reads it.
  var rule: String {
    let keys = [
      ("sender", sender), ("path", path), ("interface", interface), ("member", member), ("arg0", firstArgument),
    ]
    return keys.reduce(into: "type='signal'") { rule, key in
      // Inside the quotes only an apostrophe means something; it is written outside them, behind a backslash.
      if let value = key.1 {
        let quoted = value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        rule += ",\(key.0)='\(quoted)'"
      }
    }
  }
}
