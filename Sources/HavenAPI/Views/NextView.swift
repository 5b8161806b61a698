import HavenCore

/// `havenctl next --json`: what comes, in order.
public struct NextView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "next"
  public var at: Stamp
  public var items: [Item]

  /// How many items are told where nobody says, and at most.
  public static let usual = 5
  public static let most = 50

  public init(at: Stamp, items: [Item]) {
    self.at = at
    self.items = items
  }

  public init(from decoder: any Decoder) throws {
    let field = try PlainFields(decoder)
    version = try field(CodingKeys.version)
    kind = try field(CodingKeys.kind)
    at = try field(CodingKeys.at)
    items = try field.list(CodingKeys.items)
  }

  public struct Item: Sendable, Equatable, Codable {
    public var at: Stamp
    public var what: What
    public var step: StepID
    /// The step's words.
    public var name: String
    /// Of a cue, the one.
    public var children: [ChildID]
    /// Until it comes.
    public var secondsLeft: Int
    /// Of a cue.
    public var id: CueID?
    /// Of a cue: to whom it will go, as things stand; left out where nobody is on duty.
    public var to: CarerID?

    public enum What: String, Sendable, Codable, CaseIterable { case step, cue }

    public init(
      at: Stamp, what: What, step: StepID, name: String, children: [ChildID], secondsLeft: Int, id: CueID? = nil,
      to: CarerID? = nil
    ) {
      self.at = at
      self.what = what
      self.step = step
      self.name = name
      self.children = children
      self.secondsLeft = secondsLeft
      self.id = id
      self.to = to
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      at = try field(CodingKeys.at)
      what = try field(CodingKeys.what)
      step = try field(CodingKeys.step)
      name = try field(CodingKeys.name)
      children = try field.list(CodingKeys.children)
      secondsLeft = try field(CodingKeys.secondsLeft)
      id = try field.ifThere(CodingKeys.id)
      to = try field.ifThere(CodingKeys.to)
    }
  }
}
