import HavenCore

/// `havenctl note list --json`: notes of the household, and those of the carer's own.
public struct NotesView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "notes"
  public var at: Stamp
  /// The latest first.
  public var notes: [Row]

  public init(at: Stamp, notes: [Row]) {
    self.at = at
    self.notes = notes
  }

  public static let most = 100

  public struct Row: Sendable, Equatable, Codable {
    public var number: Int
    public var at: Stamp
    public var by: CarerID
    /// Left out where it is about no child.
    public var child: ChildID?
    public var form: Note.Form
    /// Empty where its words are no longer kept.
    public var text: String

    public init(_ kept: Facts.KeptNote, zone: Zone) {
      number = kept.act
      at = Stamp(kept.at, in: zone)
      by = kept.by
      child = kept.note.child
      form = kept.note.form
      text = kept.note.text
    }
  }
}
