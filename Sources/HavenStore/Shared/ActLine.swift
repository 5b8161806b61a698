import FoundationEssentials
import HavenCore

/// One line of a login's act file: what one of its carers did, or took back.
///
///     {"at":1773162300,"by":"ros","command":{"skip":{"step":"bath"}},"date":"2026-03-10","id":17,"version":1}
///     {"at":1773162420,"undo":17,"version":1}
public enum ActLine: Sendable, Equatable {
  /// Without an origin: that is whose file it stands in.
  case act(Act)
  case undo(act: Int, at: Instant)

  /// Bytes of a line, its newline too. A handover's longest is a quarter of it.
  public static let longest = 4096

  /// With its newline; nil for what no line can hold.
  var text: [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let fields =
      switch self {
      case .act(let act): Fields(id: act.id, at: act.at, date: act.date, by: act.by, command: act.command)
      case .undo(let act, let at): Fields(at: at, undo: act)
      }
    guard let json = try? encoder.encode(fields), json.count < ActLine.longest else { return nil }
    return Array(json) + [UInt8(ascii: "\n")]
  }

  /// Nil for what is no such line.
  package init?(_ text: some Sequence<UInt8>) {
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(text)), fields.version == 1 else { return nil }
    if let undone = fields.undo {
      self = .undo(act: undone, at: fields.at)
    } else if let id = fields.id, id > 0, let date = fields.date, let by = fields.by, let command = fields.command {
      self = .act(Act(id: id, at: fields.at, date: date, by: by, command: command))
    } else {
      return nil
    }
  }

  private struct Fields: Codable {
    var version = 1
    var id: Int?
    var at: Instant
    var date: CivilDate?
    var by: CarerID?
    var command: Command?
    var undo: Int?
  }
}
