/// What a notification server says of itself (`GetServerInformation`, `GetCapabilities`).
public struct NotificationServer: Equatable, Sendable, CustomStringConvertible {
  public var name: String
  public var vendor: String
  public var version: String
  /// As the server names them; Haven assumes nothing that is not named here.
  public var capabilities: Set<String>

  public init(name: String, vendor: String = "", version: String = "", capabilities: Set<String> = []) {
    self.name = name
    self.vendor = vendor
    self.version = version
    self.capabilities = capabilities
  }

  public var description: String { version.isEmpty ? name : "\(name) \(version)" }

  /// Draws buttons, or offers actions in another way.
  public var hasActions: Bool { capabilities.contains("actions") }
  public var hasBody: Bool { capabilities.contains("body") }
  /// Reads `&`, `<` and `>` in bodies as markup.
  public var readsMarkup: Bool { capabilities.contains("body-markup") }
  /// Its do-not-disturb is on while a window fills the screen, too: KDE Plasma's from 6.4 on.
  public var isQuietInFullScreen: Bool {
    let numbers = version.split(separator: ".").prefix(2).map { Int($0) ?? 0 }
    return capabilities.contains("inhibitions") && !numbers.lexicographicallyPrecedes([6, 4])
  }
  public var hasSound: Bool { capabilities.contains("sound") }
}
