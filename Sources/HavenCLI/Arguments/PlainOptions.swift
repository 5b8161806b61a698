import HavenAPI

/// What every command takes, as plain values: see `GlobalOptions`, which ArgumentParser fills.
struct PlainOptions: Equatable {
  var json = false
  var config: String?
  var socket: String?
  var carer: String?
  var discreet = false
  var color = GlobalOptions.ColorChoice.auto

  init() {}

  /// The options of a command line on which nothing else stands; nil where anything does, or anything is amiss, which is
  /// then ArgumentParser's to read or to complain about.
  ///
  ///     --json --socket PATH     as it stands
  ///     --count 3                nil: the command's own
  ///     --socket                 nil: it lacks its value
  init?(alone words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--json": json = true
      case "--discreet": discreet = true
      case "--config", "--socket", "--as", "--color":
        guard let value = rest.popFirst(), take(value, for: word) else { return nil }
      default: return nil
      }
    }
  }

  /// Whether the value is one, and no option in its place.
  private mutating func take(_ value: String, for option: String) -> Bool {
    guard !value.isEmpty, !value.hasPrefix("-") else { return false }
    switch option {
    case "--config": config = value
    case "--socket": socket = value
    case "--as": carer = value
    default:
      guard let choice = GlobalOptions.ColorChoice(rawValue: value) else { return false }
      color = choice
    }
    return true
  }
}

extension GlobalOptions {
  var plain: PlainOptions {
    var plain = PlainOptions()
    (plain.json, plain.discreet, plain.color) = (json, discreet, color)
    (plain.config, plain.socket, plain.carer) = (config, socket, carer)
    return plain
  }
}

// What every command makes of them.

extension Daemon {
  convenience init(_ context: Context, _ global: GlobalOptions) { self.init(context, global.plain) }
  static func monitorCall(_ global: GlobalOptions) throws(CommandFailure) -> VarlinkCall {
    try monitorCall(as: global.carer)
  }
}

extension Printer {
  init(_ context: Context, _ global: GlobalOptions) { self.init(context, global.plain) }
}

extension Style {
  init(_ context: Context, _ global: GlobalOptions) { self.init(context, global.plain) }
}

func socketPath(_ context: Context, _ global: GlobalOptions) throws(CommandFailure) -> String {
  try socketPath(context, global.plain)
}

func configDirectory(_ context: Context, _ global: GlobalOptions) throws(CommandFailure) -> String {
  try configDirectory(context, global.plain)
}

extension Family {
  init(_ context: Context, _ global: GlobalOptions) { self.init(context, global.plain) }
}
