/// What a desktop is to show: plain text, whatever the server makes of it.
///
/// Words come in without markup; control characters and what a terminal would take for a command are left out on the
/// way, and what would be markup is escaped where the server reads any.
public struct DesktopNotification: Sendable {
  /// The two that Haven uses. `critical` does not exist here: it pierces do-not-disturb and never goes away.
  public enum Urgency: UInt8, Sendable {
    case low = 0
    case normal = 1
  }

  /// One bubble for one key: showing another notification with it replaces what is there.
  public var key: String
  public var title: String
  public var body: String
  public var urgency: Urgency
  /// As the specification's "Categories", `x-haven.` in front of those of our own.
  public var category: String
  /// Buttons, in order, where the server has any. The ids come back in `NotifierEvent.answered`.
  public var actions: [(id: String, label: String)]
  /// Not kept in a history: for what is private.
  public var isTransient: Bool
  /// A name of the sound theme, or the path of a file; nil asks the server to make none.
  public var sound: String?
  /// Milliseconds until the server takes it down: nil is as the server likes, 0 is never. Servers may do otherwise.
  public var expires: Int?

  public init(
    key: String, title: String, body: String, urgency: Urgency = .normal, category: String,
    actions: [(id: String, label: String)] = [], isTransient: Bool = false, sound: String? = nil, expires: Int? = nil
  ) {
    self.key = key
    self.title = title
    self.body = body
    self.urgency = urgency
    self.category = category
    self.actions = actions
    self.isTransient = isTransient
    self.sound = sound
    self.expires = expires
  }
}
