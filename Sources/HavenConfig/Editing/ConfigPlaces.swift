import HavenCore

/// What would change in a config's files; where that is for a person to do, no changes, and where it is written.
public struct ConfigPlaces: Sendable, Equatable {
  public var changes: [ConfigChange] = []
  /// `haven.toml:41`.
  public var places: [String] = []

  public init(changes: [ConfigChange] = [], places: [String] = []) {
    self.changes = changes
    self.places = places
  }
}
