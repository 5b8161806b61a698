/// The config language as its manual tells it; made from the very table that decodes, so it cannot differ.
public enum ConfigurationReference {
  public static var tables: [TableReference] { ConfigLanguage.tables }
}

/// One table of the reference.
public struct TableReference: Sendable {
  /// `routine.step`
  public let name: String
  /// `[[routine.step]]`, as it is written.
  public let header: String
  public let meaning: String
  public let keys: [KeyReference]

  init<Model>(_ table: Table<Model>) {
    name = table.name
    header = table.header
    meaning = table.meaning
    keys = table.keys.map(KeyReference.init)
  }
}

/// One key of the reference.
public struct KeyReference: Sendable {
  public let name: String
  /// Such as `list of windows`.
  public let type: String
  /// All that may be written, where that is a fixed set of words, such as the tags.
  public let words: [String]
  public let isRequired: Bool
  /// Whether `fallback` is TOML, and not words.
  public let hasValueAsDefault: Bool
  /// A TOML value or words; nil where the key is required.
  public let fallback: String?
  public let meaning: String
  /// A TOML value that the key takes.
  public let example: String

  init<Model>(_ key: Key<Model>) {
    name = key.name
    type = key.type
    words = key.words
    meaning = key.meaning
    example = key.example
    switch key.fallback {
    case .required: (isRequired, hasValueAsDefault, fallback) = (true, false, nil)
    case .value(let toml): (isRequired, hasValueAsDefault, fallback) = (false, true, toml)
    case .words(let words): (isRequired, hasValueAsDefault, fallback) = (false, false, words)
    }
  }
}
