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
    let text = Data(text)
    guard !ActLine.holdsLongNumber(text) else { return nil }
    guard let fields = try? JSONDecoder().decode(Fields.self, from: text), fields.version == 1 else { return nil }
    if let undone = fields.undo {
      self = .undo(act: undone, at: fields.at)
    } else if let id = fields.id, id > 0, let date = fields.date, let by = fields.by, let command = fields.command {
      self = .act(Act(id: id, at: fields.at, date: date, by: by, command: command))
    } else {
      return nil
    }
  }

  /// Whether a number in it has more than twelve digits, or an exponent. None of Haven's has; one near the largest
  /// that there is would stop the program where the engine subtracts from it.
  private static func holdsLongNumber(_ text: Data) -> Bool {
    var digits = 0
    var isInString = false
    var isEscaped = false
    for byte in text {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\") where isInString: isEscaped = true
      case UInt8(ascii: "\""):
        isInString.toggle()
        digits = 0
      case _ where isInString: break
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if digits > 12 { return true }
      case UInt8(ascii: "e") where digits > 0, UInt8(ascii: "E") where digits > 0: return true
      default: digits = 0
      }
    }
    return false
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
