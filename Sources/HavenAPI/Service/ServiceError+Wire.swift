import HavenCore

// The one place where domain errors and wire codes meet, both ways.

extension ServiceError {
  public var reply: VarlinkReply {
    switch self {
    case .refused(let refusal):
      ServiceError.reply("Refused", Refused(text: refusal.text, hint: refusal.hint, truthfulNo: refusal.isTruthfulNo))
    case .notPermitted(let text): ServiceError.reply("NotPermitted", Text(text: text))
    case .configInvalid(let diagnostics): ServiceError.reply("ConfigInvalid", Diagnostics(diagnostics: diagnostics))
    case .noConfig(let directory): ServiceError.reply("NoConfig", Directory(directory: directory))
    case .failed(let text): ServiceError.reply("Failed", Text(text: text))
    case .protocolFault(let error): error.reply
    }
  }

  /// What an error reply says; nil for a reply that is none.
  public init?(_ reply: VarlinkReply) {
    guard let error = reply.error else { return nil }
    func read<Value: Decodable>(_ type: Value.Type) -> Value? { try? JSON.decode(type, from: reply.parameters) }
    switch error.hasPrefix(ServiceError.prefix) ? String(error.dropFirst(ServiceError.prefix.count)) : "" {
    case "Refused":
      guard let no = read(Refused.self) else { break }
      self = .refused(Refusal(no.text, hint: no.hint, isTruthfulNo: no.truthfulNo))
      return
    case "NotPermitted":
      self = .notPermitted(read(Text.self)?.text ?? "that is not yours to do")
      return
    case "ConfigInvalid":
      self = .configInvalid(read(Diagnostics.self)?.diagnostics ?? [])
      return
    case "NoConfig":
      self = .noConfig(directory: read(Directory.self)?.directory ?? "")
      return
    case "Failed":
      self = .failed(read(Text.self)?.text ?? "havend could not do it")
      return
    default:
      if let known = VarlinkError(reply) {
        self = .protocolFault(known)
        return
      }
    }
    self = .failed("havend answered '\(error)'")
  }

  private static let prefix = "io.haven.Daemon."

  private static func reply(_ name: String, _ parameters: some Encodable) -> VarlinkReply {
    // Strings and booleans always have JSON; were it not so, the error's name alone still says what happened.
    (try? VarlinkReply(parameters, error: prefix + name)) ?? VarlinkReply(error: prefix + name)
  }

  private struct Refused: Codable {
    var text: String
    var hint: String?
    var truthfulNo: Bool
  }
  private struct Text: Codable { var text: String }
  private struct Diagnostics: Codable { var diagnostics: [String] }
  private struct Directory: Codable { var directory: String }
}
