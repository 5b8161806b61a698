import FoundationEssentials
import HavenCore

/// A command as the ledger keeps it: JSON of one key, the command's name, as Swift's own coding makes it.
///
/// A later Haven may know commands that this one does not. Their rows are kept and left out of what is read, so that
/// going back a version and forward again loses nothing.
struct CommandText {
  /// `done`, `respiteBook`: the JSON's one key.
  var kind: String
  /// `{"done":{"step":"tablet-ends"}}`
  var json: String

  init(_ command: Command) throws(StoreError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      json = String(decoding: try encoder.encode(command), as: UTF8.self)
    } catch {
      throw .fault(text: "a command that JSON cannot hold", .system(errno: 0))
    }
    kind = String(json.dropFirst(2).prefix { $0 != "\"" })
  }
}

/// Reads acts: three thousand of them at every start. Dates come in runs, and most commands are plain or come again all
/// day, so a JSON decoder has little left to read.
struct ActReader {
  private var date = Recurring<CivilDate>()
  private var texts = RecurringTexts()
  private var known: [String: Command?] = [:]
  private let decoder = JSONDecoder()

  /// Columns `id, at, date, carer, command`; nil for what a later Haven wrote.
  mutating func act(_ row: Row) -> Act? {
    guard let date = date.read(row, 2, CivilDate.init(utf8:)), let command = command(row, 4) else { return nil }
    return Act(id: row.integer(0), at: row.instant(1), date: date, by: texts.text(row, 3), command: command)
  }

  private mutating func command(_ row: Row, _ column: Int32) -> Command? {
    if let plain = row.withBytes(column, { Command(plainJSON: $0) }) { return plain }
    let json = row.text(column)
    if let known = known[json] { return known }
    let command = try? decoder.decode(Command.self, from: Data(json.utf8))
    known.updateValue(command, forKey: json)
    return command
  }
}
