/// Shows notifications to a person and tells what became of them.
@LoopActor
public protocol Notifier: AnyObject {
  /// Hears every event, in order. Set it before the loop runs.
  var onEvent: (@LoopActor (NotifierEvent) -> Void)? { get set }
  var state: NotifierState { get }
  /// Whether it is worth to call `show`; `available` and `gone` tell when it changes.
  var isAvailable: Bool { get }
  /// Whether the person has asked not to be disturbed, where the desktop tells.
  var isInhibited: Bool { get }
  /// Who tells of that, as it names itself; nil where nobody does.
  var inhibitionSource: String? { get }

  /// Shows a notification, or changes the bubble that its key has. Comes back when the server has taken it.
  func show(_ notification: DesktopNotification) async throws(NotifierError)
  /// Takes a key's bubble down, now or as soon as it is up. No event follows.
  func close(key: String) async
  /// Takes every bubble down, as the last thing before the process ends: a button left behind would do nothing.
  func closeAll()
}

/// What a notifier tells. A showing ends at most once: by an answer or by a close, whichever is told first.
public enum NotifierEvent: Equatable, Sendable {
  /// Notifications can be shown.
  case available
  /// An earlier run left the bubbles of these keys, and they are still up. Told before the first `available`.
  case found(keys: [String])
  /// None can be shown, and those there were are gone, with no close of their own.
  case gone
  /// The person chose one of the actions. The bubble may still be there.
  case answered(key: String, action: String)
  /// The bubble is gone, with no answer.
  case closed(key: String, reason: CloseReason)
  /// The person does not want to be disturbed, or does again.
  case inhibited(Bool)
}

/// The reasons of the Desktop Notifications specification for `NotificationClosed`.
public enum CloseReason: Equatable, Sendable {
  case expired
  case dismissed
  /// By `CloseNotification`, not our own.
  case closedByCall
  case undefined

  init(code: UInt32) {
    self =
      switch code {
      case 1: .expired
      case 2: .dismissed
      case 3: .closedByCall
      default: .undefined
      }
  }
}

public enum NotifierState: Equatable, Sendable {
  /// There is no session bus yet; what the last try to reach it failed with, if it failed outright.
  case waitingForBus(reason: SystemError?)
  /// On the bus, but nobody there shows notifications.
  case absent
  /// Nobody shows notifications yet; the bus starts somebody for the first one.
  case startable
  /// A server has come, and is being asked what it can.
  case greeting
  case available(NotificationServer)
  /// Prints on standard output.
  case terminal

  /// For a person, in a few words.
  public var text: String {
    switch self {
    case .waitingForBus(let reason?): "no session bus: \(reason)"
    case .waitingForBus(nil): "waiting for the session bus"
    case .absent: "waiting for a notification server"
    case .startable: "ready: a notification server is started when needed"
    case .greeting: "a notification server is starting"
    case .available: "ready"
    case .terminal: "printing here"
    }
  }

  /// Whether a session bus is reached; nil where none is needed.
  public var isOnBus: Bool? {
    switch self {
    case .terminal: nil
    case .waitingForBus: false
    case .absent, .startable, .greeting, .available: true
    }
  }

  /// The name and version of the server that runs, if one does.
  public var server: String? {
    if case .available(let server) = self { server.description } else { nil }
  }
}

/// Why a notification was not shown. None of them is final: another try may do.
public enum NotifierError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no server to take it.
  case absent
  /// The server, or the bus, went away before it answered.
  case gone
  /// The server has not answered in time. It may show it all the same; the next try replaces that.
  case noAnswer
  /// The server takes no more for now (`ExcessNotificationGeneration`).
  case tooMany
  /// The server answered with another error.
  case refused(name: String, message: String)
  /// The notification could not be written or read as D-Bus wants it.
  case failed(BusError)

  public var description: String {
    switch self {
    case .absent: "no notification server"
    case .gone: "the notification server went away"
    case .noAnswer: "the notification server did not answer in time"
    case .tooMany: "the notification server takes no more for now"
    case .refused(let name, let message): "the notification server refused: '\(name)' \(message)"
    case .failed(let error): "\(error)"
    }
  }
}
