import HavenAPI

/// What `havend` was asked on its command line.
public struct DaemonOptions: Equatable, Sendable {
  public var config: String?
  public var state: String?
  public var socket: String?
  public var notifier = NotifierKind.desktop
  public var action = Action.run

  public enum NotifierKind: String, Sendable, CaseIterable { case desktop, terminal }

  public enum Action: Equatable, Sendable {
    case run
    /// A ten-minute day that begins now, in a household of its own.
    case demo
    /// Read the config, say what is wrong with it, and stop.
    case check
    case version, help
  }

  /// An argument that makes no sense, in words.
  public struct UsageError: Error, Equatable { public var text: String }

  public init() {}

  /// Reads the words after the program's name. `--config DIR` and `--config=DIR` are the same.
  public init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      func value() throws(UsageError) -> String {
        if parts.count == 2, !parts[1].isEmpty { return parts[1] }
        guard parts.count == 1, let next = rest.popFirst(), !next.hasPrefix("--"), !next.isEmpty else {
          throw UsageError(text: "'\(parts[0])' needs a value")
        }
        return next
      }
      switch parts[0] {
      case "--config": config = try value()
      case "--state": state = try value()
      case "--socket": socket = try value()
      case "--notifier":
        let name = try value()
        guard let kind = NotifierKind(rawValue: name) else {
          throw UsageError(text: "'--notifier' is desktop or terminal, not '\(name)'")
        }
        notifier = kind
      case "--demo": action = .demo
      case "--check": action = .check
      case "--version": action = .version
      case "--help", "-h": action = .help
      default: throw UsageError(text: "unknown argument '\(word)'")
      }
    }
  }

  public static let help = """
    havend: the reminder daemon of a therapeutic family

    usage: havend [--config DIR] [--state DIR] [--socket PATH] [--notifier desktop|terminal]
           havend --demo | --check | --version | --help

      --config DIR     haven.toml and conf.d are here ($XDG_CONFIG_HOME/haven)
      --state DIR      the ledger is kept here ($XDG_STATE_HOME/haven)
      --socket PATH    havenctl asks here ($XDG_RUNTIME_DIR/haven/haven.sock)
      --notifier KIND  desktop, or terminal: print each notification
      --demo           a ten-minute day that begins now; nothing of yours is read or written
      --check          read the config, say what is wrong with it, and stop
      --version        say which version this is
      --help           say this

    It stays in the foreground. To begin: havenctl init
    """
}
