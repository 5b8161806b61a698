import HavenAPI
import HavenConfig
import HavenCore

/// Why a command did not do what was asked: what failed, what to type next, and the exit code.
public struct CommandFailure: Error, Sendable, Equatable {
  public var status: CommandStatus
  /// Lower case, the value in 'quotes'; more lines than one where a file has more faults than one.
  public var text: String
  public var hint: String?

  public init(_ status: CommandStatus, _ text: String, hint: String? = nil) {
    self.status = status
    self.text = text
    self.hint = hint
  }
}

// The one place where faults of every kind become exit codes.

extension CommandFailure {
  init(_ error: ServiceError) {
    switch error {
    case .refused(let refusal): self.init(refusal)
    case .notPermitted(let text): self.init(.notPermitted, text)
    case .configInvalid(let diagnostics):
      self.init(
        .configInvalid, (["the config is not valid"] + diagnostics).joined(separator: "\n"),
        hint: "what ran before still runs; mend the file, then 'havenctl reload'")
    case .noConfig(let directory):
      self.init(.configInvalid, "there is no config in '\(directory)'", hint: "havenctl init")
    case .failed(let text): self.init(.internalFault, text)
    case .protocolFault(.methodNotFound(let name)), .protocolFault(.methodNotImplemented(let name)):
      self.init(
        .internalFault, "havend does not know '\(name)': it is of another version than havenctl",
        hint: "systemctl --user restart havend")
    case .protocolFault(.invalidParameter(let name)): self.init(.usage, "havend does not take that '\(name)'")
    case .protocolFault(.tooManyConnections(let limit)):
      self.init(.unavailable, "havend already talks to \(limit) programs", hint: "close some, then try again")
    case .protocolFault(.permissionDenied):
      self.init(.notPermitted, "havend answers the login it runs for, and nobody else")
    case .protocolFault(let fault):
      self.init(.internalFault, "havend and havenctl do not understand each other: \(fault)")
    }
  }

  init(_ refusal: Refusal) {
    self.init(refusal.isTruthfulNo ? .no : .usage, refusal.text, hint: refusal.hint)
  }

  init(_ error: ConfigurationError) {
    self.init(.configInvalid, error.description, hint: error.hint)
  }

  init(_ fault: GrammarFault) {
    self.init(.usage, fault.text, hint: fault.hint)
  }
}
