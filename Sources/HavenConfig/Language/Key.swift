/// One key of a table of the config language, declared once: decoding, the finding of unknown keys, the
/// reference in docs/config.md and haven.toml(5) all read this.
struct Key<Model>: Sendable {
  let name: String
  /// The value's type in the reference's words, such as `list of windows`.
  let type: String
  /// All that may be written, where that is a fixed set of words.
  let words: [String]
  let fallback: Fallback
  /// What it means: a fragment, without a full stop.
  let meaning: String
  /// A TOML value that the key takes.
  let example: String
  let read: @Sendable (TomlNode, Findings, inout Model) -> Void

  /// What holds where the key is not written.
  enum Fallback: Sendable, Equatable {
    case required
    /// A TOML value. A test proves that writing it changes nothing.
    case value(String)
    /// In words, such as "the system's zone".
    case words(String)
  }

  init<Value>(
    _ name: String, _ type: ValueType<Value>, _ fallback: Fallback, _ meaning: String, example: String? = nil,
    store: @escaping @Sendable (inout Model, Value) -> Void
  ) {
    self.name = name
    self.type = type.name
    words = type.words
    self.fallback = fallback
    self.meaning = meaning
    self.example = example ?? type.example
    read = { node, findings, model in
      if let value = type.read(node, findings) { store(&model, value) }
    }
  }
}

/// What a value may be: its name in the reference, one example, and how it is read. A value that is not one
/// gives a finding and nil.
struct ValueType<Value>: Sendable {
  let name: String
  let example: String
  /// All that may be written, where that is a fixed set.
  var words: [String] = []
  let read: @Sendable (TomlNode, Findings) -> Value?
}
