import HavenCore

/// `havenctl capacity --json`: what a carer said today of themselves, for them alone.
public struct CapacityView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "capacity"
  public var at: Stamp
  public var carer: CarerID
  /// 1 to 5; nil where nothing was said today.
  @ExplicitNull public var level: Int?
  /// At 2 and below: what could be let go, the smallest thing first. Nothing is done unless somebody types it.
  public var lighter: [Lighter]

  public init(at: Stamp, carer: CarerID, level: Int?, lighter: [Lighter] = []) {
    self.at = at
    self.carer = carer
    self.level = level
    self.lighter = lighter
  }

  public struct Lighter: Sendable, Equatable, Codable {
    /// A step's words; empty for a soft day.
    public var name: String
    /// `havenctl skip hair`
    public var command: String

    public init(name: String, command: String) {
      self.name = name
      self.command = command
    }
  }
}
