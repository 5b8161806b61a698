import HavenCore

/// A command as it would be typed, without a daemon: what scripts hold.
enum CommandWords {
  enum Meaning: Equatable {
    case command(Command, as: CarerID?)
    case undo(as: CarerID?)
    case reload
  }

  /// Reads words by the very types that `havenctl` runs. A leading `havenctl` is passed over.
  ///
  /// - Parameters:
  ///   - now: what "tomorrow" is counted from.
  ///   - zone: whose wall clock moments are written in.
  static func parse(_ words: [String], now: Instant, zone: Zone) throws(CommandFailure) -> Meaning {
    let request = try CommandLineWords(words.first == "havenctl" ? Array(words.dropFirst()) : words).request()
    guard case .command(let entry, let arguments) = request, let command = try entry.parse(arguments) else {
      throw CommandFailure(.usage, "help is for the shell, not for a script")
    }
    switch command {
    case let act as any ActCommand:
      let clock = WallClock(now: now) { zone }
      return .command(try act.command(clock), as: command.global.carer)
    case is Undo: return .undo(as: command.global.carer)
    case is Reload: return .reload
    default: throw CommandFailure(.usage, "'\(entry.name)' changes nothing, so it has no place in a script")
    }
  }
}
