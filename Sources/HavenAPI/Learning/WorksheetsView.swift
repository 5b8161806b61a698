import HavenCore

/// `havenctl solve list --json`: what was looked at together and is not done.
public struct WorksheetsView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "worksheets"
  public var at: Stamp
  /// Oldest first.
  public var worksheets: [Row]
  /// Why this is no hour to begin another for the child who was asked about.
  public var notNow: String?

  public init(at: Stamp, worksheets: [Row], notNow: String? = nil) {
    self.at = at
    self.worksheets = worksheets
    self.notNow = notNow
  }

  public struct Row: Sendable, Equatable, Codable {
    public var number: Int
    public var child: ChildID
    public var at: Stamp
    public var by: CarerID
    /// The child's.
    public var concern: String
    /// The adult's.
    public var worry: String
    public var plan: String
    public var revisit: CivilDate?

    public init(_ kept: Facts.KeptWorksheet, zone: Zone) {
      number = kept.sheet.number ?? 0
      child = kept.sheet.child
      at = Stamp(kept.at, in: zone)
      by = kept.by
      concern = kept.sheet.text
      worry = kept.sheet.words
      plan = kept.sheet.note
      revisit = kept.sheet.revisit
    }
  }
}

/// `havenctl ask list --json`: a carer's own questions, kept to take along.
public struct QuestionsView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "questions"
  public var at: Stamp
  public var carer: CarerID
  /// Oldest first.
  public var questions: [Row]

  public init(at: Stamp, carer: CarerID, questions: [Row]) {
    self.at = at
    self.carer = carer
    self.questions = questions
  }

  public struct Row: Sendable, Equatable, Codable {
    public var number: Int
    public var at: Stamp
    public var audience: Question.Audience?
    public var text: String

    public init(_ kept: Facts.KeptQuestion, zone: Zone) {
      number = kept.question.number ?? 0
      at = Stamp(kept.at, in: zone)
      audience = kept.question.audience
      text = kept.question.text
    }
  }
}
