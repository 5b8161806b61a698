/// A few neutral words about what was seen.
public struct Note: Sendable, Equatable, Codable {
  /// Nil for what is about no child, or about all.
  public var child: String?
  public var form: Form
  /// Of the four-line form, a heading before each line.
  public var text: String

  public enum Form: String, Sendable, Codable, CaseIterable {
    /// The household's record.
    case plain
    /// Observation, feeling, need, request: the carer's own.
    case ofnr
  }

  public init(child: String? = nil, form: Form = .plain, text: String) {
    self.child = child
    self.form = form
    self.text = text
  }

  public var isOwn: Bool { form == .ofnr }
}

extension Facts {
  public struct KeptNote: Sendable, Equatable {
    public var note: Note
    /// Its number: that of the act that recorded it.
    public var act: Int
    public var at: Instant
    public var by: CarerID
  }
}

extension Engine {
  /// Those of the last hundred days, oldest first. Whose each is, `Privacy` says.
  public var notes: [Facts.KeptNote] { facts.notes }

  func resolve(_ note: Note) throws(Refusal) -> Note {
    var note = note
    note.child = try note.child.map { text throws(Refusal) in try child(text) }
    guard !note.text.allSatisfy(\.isWhitespace) else {
      throw Refusal("nothing was written, nothing is kept", isTruthfulNo: true)
    }
    guard note.text.count <= 2000 else { throw Refusal("at most 2000 characters are kept") }
    return note
  }

  /// The act that recorded a note which this carer may see: by its number, or the last one.
  func noteAct(_ number: Int?, of carer: CarerID) throws(Refusal) -> Act {
    let recorded = acts.filter { act in
      guard case .note(let note) = act.command else { return false }
      return !note.isOwn || act.by == carer
    }
    guard let number else {
      guard let last = recorded.last else { throw Refusal("no note is kept", isTruthfulNo: true) }
      return last
    }
    guard let act = recorded.last(where: { $0.id == number }) else {
      throw Refusal("there is no note '\(number)'", hint: "havenctl note list", isTruthfulNo: true)
    }
    return act
  }

  mutating func deleteNote(_ number: Int?, by carer: CarerID, now: Instant) throws(Refusal) -> Reply {
    let act = try noteAct(number, of: carer)
    return erase(act, saying: .noteDelete(note: act.id), by: carer, now: now)
  }
}
