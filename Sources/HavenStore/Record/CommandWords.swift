import FoundationEssentials
import HavenCore

/// A command's JSON as plain values: what it names and what it says, whichever command it is, a later Haven's too.
struct CommandWords {
  private var value: Value

  /// Nil where it is no JSON.
  init?(json: String) {
    guard let value = try? JSONDecoder().decode(Value.self, from: Data(json.utf8)) else { return nil }
    self.value = value
  }

  /// Keys that hold the family's own words rather than an id.
  private static let noteKeys: Set<String> = ["note", "text", "words"]

  /// Whether it is about this child: their own moment, their meal, a warning of theirs, a promise that names them.
  func concerns(_ mention: NameMention) -> Bool {
    value.contains { key, text in
      switch key {
      case "child": text == mention.name
      case "cue": CueID(text)?.child == mention.name
      case "id", "lane", "_0": mention.occurs(in: text)
      default: false
      }
    }
  }

  /// Whether one of its ids names the child: a step called after them, a boundary.
  func names(_ mention: NameMention) -> Bool {
    value.contains { key, text in !CommandWords.noteKeys.contains(key) && mention.occurs(in: text) }
  }

  /// The same with other words for the child in what was written about others; nil where nothing was.
  func forgetting(_ mention: NameMention) -> String? {
    rewritten { key, text in
      CommandWords.noteKeys.contains(key) ? mention.replaced(in: text, by: "another child") : text
    }
  }

  /// The same without what was written in words; nil where nothing was.
  ///
  /// They become empty, not absent: a command that needs them is still read.
  var withoutNotes: String? { rewritten { key, text in CommandWords.noteKeys.contains(key) ? "" : text } }

  private func rewritten(_ change: (String, String) -> String) -> String? {
    let changed = value.changed(key: "", change)
    guard changed != value else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(changed)).map { String(decoding: $0, as: UTF8.self) }
  }

  private enum Value: Codable, Equatable {
    case object([String: Value])
    case list([Value])
    case text(String)
    case integer(Int)
    case number(Double)
    case bool(Bool)
    case null

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let value = try? container.decode(Bool.self) {
        self = .bool(value)
      } else if let value = try? container.decode(Int.self) {
        self = .integer(value)
      } else if let value = try? container.decode(Double.self) {
        self = .number(value)
      } else if let value = try? container.decode(String.self) {
        self = .text(value)
      } else if let value = try? container.decode([Value].self) {
        self = .list(value)
      } else {
        self = .object(try container.decode([String: Value].self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .object(let members): try container.encode(members)
      case .list(let values): try container.encode(values)
      case .text(let text): try container.encode(text)
      case .integer(let integer): try container.encode(integer)
      case .number(let number): try container.encode(number)
      case .bool(let bool): try container.encode(bool)
      case .null: try container.encodeNil()
      }
    }

    /// Whether any text in it passes, each with the key that it stands under.
    func contains(key: String = "", _ test: (String, String) -> Bool) -> Bool {
      switch self {
      case .object(let members): members.contains { $0.value.contains(key: $0.key, test) }
      case .list(let values): values.contains { $0.contains(key: key, test) }
      case .text(let text): test(key, text)
      case .integer, .number, .bool, .null: false
      }
    }

    /// Each text as `change` makes it.
    func changed(key: String, _ change: (String, String) -> String) -> Value {
      switch self {
      case .object(let members):
        .object(Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value.changed(key: $0.key, change)) }))
      case .list(let values): .list(values.map { $0.changed(key: key, change) })
      case .text(let text): .text(change(key, text))
      case .integer, .number, .bool, .null: self
      }
    }
  }
}
