/// A problem looked at together in a calm hour: the child's concern, the adult's, and a plan that both can do.
///
/// Its three texts have the names that retention and an erasure know words by.
public struct Worksheet: Sendable, Equatable, Codable {
  /// The engine's to give, counting up.
  public var number: Int?
  public var child: String
  /// What makes it hard for the child, as they said it.
  public var text: String
  /// What the adult is concerned about.
  public var words: String
  /// What both can do.
  public var note: String
  /// The date to look at it again; nil for none.
  public var revisit: CivilDate?

  public init(
    number: Int? = nil, child: String, text: String, words: String = "", note: String = "", revisit: CivilDate? = nil
  ) {
    self.number = number
    self.child = child
    self.text = text
    self.words = words
    self.note = note
    self.revisit = revisit
  }
}

/// A question to take along, to whom it may concern. It is its carer's own.
public struct Question: Sendable, Equatable, Codable {
  /// The engine's to give, counting up.
  public var number: Int?
  /// Nil for whoever may know.
  public var audience: Audience?
  public var text: String

  public enum Audience: String, Sendable, Codable, CaseIterable {
    case therapist, coach, group, school, doctor
    case socialWorker = "social-worker"
  }

  public init(number: Int? = nil, audience: Audience? = nil, text: String) {
    self.number = number
    self.audience = audience
    self.text = text
  }
}

extension Facts {
  public struct KeptWorksheet: Sendable, Equatable {
    public var sheet: Worksheet
    public var by: CarerID
    public var at: Instant
    public var isDone = false
  }

  public struct KeptQuestion: Sendable, Equatable {
    public var question: Question
    public var by: CarerID
    public var at: Instant
    public var isDone = false
  }

  mutating func finishWorksheet(_ number: Int) {
    for index in worksheets.indices where worksheets[index].sheet.number == number { worksheets[index].isDone = true }
  }

  mutating func finishQuestion(_ number: Int) {
    for index in questions.indices where questions[index].question.number == number { questions[index].isDone = true }
  }
}
