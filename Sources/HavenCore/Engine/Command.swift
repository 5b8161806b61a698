/// What a person may ask, once its words are read. Ids may be unique prefixes until the engine has resolved them.
public enum Command: Sendable, Equatable, Codable {
  // Steer the day
  case done(step: String)
  case delay(step: String, minutes: Int)
  case skip(step: String)
  case swap(first: String, second: String)
  /// A swap as the ledger keeps it: the first step went this many seconds later, the second as many earlier.
  case swapped(first: String, second: String, seconds: Int)
  /// So many minutes late: for one child, nil for all.
  case late(minutes: Int, child: String?)
  /// Running late as the ledger keeps it: what was dropped for it, and what went how much later.
  case ranLate(minutes: Int, child: String?, dropped: [StepID], moved: [StepShift])
  case snooze(cue: String, seconds: Int)
  /// A notification's button, or its likeness in the shell.
  case answer(cue: String, Answer)
  case retreat(child: String, on: Bool)
  /// `until` is exclusive; nil for each mode's own end.
  case mode(Mode, child: String?, age: Int?, until: Instant?)
  case hush(seconds: Int)
  case unsafe(on: Bool)

  // Between carers
  case tagOut(seconds: Int?)
  case tagIn
  case tagAnswer(TagAnswer)
  case duty(carer: String)
  case handover(Handover)

  // Record
  case hard(HardMoment)
  /// `moment` is the number of the act that recorded it; nil for the last.
  case hardEdit(moment: Int?, HardEdit)
  case hardDelete(moment: Int?)
  case fed(child: String)
  case drank(child: String)
  case moved(child: String)
  case nurture(child: String)
  case noticed(note: String? = nil)
  case repair
  case note(Note)
  /// By the number of the act that recorded it; nil for the last.
  case noteDelete(note: Int?)
  case night(up: Bool)
  case boundaryHeld(name: String)
  case balance(Balance)
  case capacity(Int)

  // Goals, promises, respite
  /// `minutes` are what it took, of `done` and `part`; nil where nobody said.
  case goal(id: String, GoalAct, minutes: Int? = nil)
  /// `on` is whom it hangs on besides the one who made it; `note` the promise in their own words.
  case promiseAdd(id: String, dueAt: Instant, on: String? = nil, note: String? = nil)
  case promiseMoved(id: String, dueAt: Instant)
  case promiseKept(id: String)
  case promiseRepaired(id: String)
  case respiteBook(lane: Lane, from: CivilDateTime, to: CivilDateTime)
  case respiteCancel(lane: Lane, from: CivilDateTime, by: CalledOff? = nil)
  /// `shortened` where it ended earlier than it was to.
  case respiteTook(lane: Lane, date: CivilDate, minutes: Int, counts: Bool, shortened: Bool? = nil)
  case respiteForgive(lane: Lane)

  // Learn
  /// A suggestion was accepted, and these lines of the config are changed for it.
  case suggestionAccepted(id: String, changes: [ConfigChange])
  /// They are as they were before it.
  case suggestionUndone(id: String)
  case suggestionDismissed(id: String)
  case tryBegin(Trial)
  case tryStop(step: String)
  case solve(Worksheet)
  case solveDone(number: Int)
  case ask(Question)
  case askDone(number: Int)
}

/// What can be said to a cue.
public enum Answer: String, Sendable, Codable, CaseIterable {
  case done
  /// Again in five minutes.
  case later
  case notToday = "not-today"
  case dismiss

  /// The buttons of a warning, in their order.
  public static let ofAChange: [Answer] = [.done, .later, .notToday]
}

public enum TagAnswer: String, Sendable, Codable, CaseIterable { case yes, later, no }
public enum Balance: String, Sendable, Codable, CaseIterable { case structure, even, nurture }
/// Who a booking was called off by. None of them counts against anybody.
public enum CalledOff: String, Sendable, Codable, CaseIterable { case us, sitter, crisis, agency }
public enum GoalAct: String, Sendable, Codable, CaseIterable {
  case done, part, notToday = "not-today", keep, shrink, letGo = "let-go"
}

extension CivilDateTime: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = CivilDateTime(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a date and time")
    }
    self = value
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A command that cannot be done as asked, in words for the person who typed it.
public struct Refusal: Error, Sendable, Equatable {
  /// Lower case, what failed with the 'value'.
  public var text: String
  /// What to type next; nil where there is nothing to add.
  public var hint: String?
  /// True for a truthful "no" (exit code 1), false for a request that makes no sense (exit code 64).
  public var isTruthfulNo: Bool

  public init(_ text: String, hint: String? = nil, isTruthfulNo: Bool = false) {
    self.text = text
    self.hint = hint
    self.isTruthfulNo = isTruthfulNo
  }
}
