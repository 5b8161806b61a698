import HavenAPI
import HavenCore

/// What became of a config that was just written: whether a havend runs on it now.
enum ConfigTaking {
  /// It has read it; the next cue, nil where none is near.
  case taken(nextCue: Stamp?)
  /// The one that runs has another config.
  case elsewhere
  case notRunning
  /// It goes on with the one before, because another file has a fault.
  case faulty
  case failed(String)

  init(of directory: String, _ context: Context, _ global: GlobalOptions) {
    let daemon = Daemon(context, global)
    do throws(CommandFailure) {
      guard samePlace(try daemon.status().config.directory, directory) else {
        self = .elsewhere
        return
      }
      _ = try daemon.reload()
      self = .taken(nextCue: try daemon.next(count: NextView.most).items.first { $0.what == .cue }?.at)
    } catch {
      switch error.status {
      case .unavailable: self = .notRunning
      case .configInvalid: self = .faulty
      default: self = .failed(error.text)
      }
    }
  }

  var isTaken: Bool { if case .taken = self { true } else { false } }

  var line: String {
    switch self {
    case .taken: "havend has read it"
    case .elsewhere: "the havend that runs has another config"
    case .notRunning: "havend is not running; it reads it when it starts"
    case .faulty: "havend goes on with the old one while another file has a fault: havenctl check"
    case .failed(let text): "havend has not read it: \(text)"
    }
  }
}
