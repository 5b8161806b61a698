/// One table of the config language and its keys, in the order of the reference.
struct Table<Model>: Sendable {
  /// `carer`, `routine.step`, `mode.NAME`.
  let name: String
  let form: TableForm
  /// One or two sentences.
  let meaning: String
  let keys: [Key<Model>]
  /// The tables within it, such as `[[routine.step]]`: keys that have a section of their own.
  let inner: [Key<Model>]
  private let index: [String: Int]

  init(_ name: String, _ form: TableForm, _ meaning: String, _ keys: [Key<Model>], inner: [Key<Model>] = []) {
    self.name = name
    self.form = form
    self.meaning = meaning
    self.keys = keys
    self.inner = inner
    index = Dictionary(uniqueKeysWithValues: (keys + inner).enumerated().map { ($1.name, $0) })
  }

  var header: String { form == .list ? "[[\(name)]]" : "[\(name)]" }

  /// Reads every key that `node` writes into `model`, and tells of those that are unknown or missing.
  func read(_ node: TomlNode, as header: String? = nil, into model: inout Model, _ findings: Findings) {
    let header = header ?? self.header
    var seen = 0
    for value in node.children {
      let name = value.key
      guard let position = index[name] else {
        unknown(name, in: header, at: value.keyPlace, findings)
        continue
      }
      seen |= 1 << position
      (position < keys.count ? keys[position] : inner[position - keys.count]).read(value, findings, &model)
    }
    for (position, key) in keys.enumerated() where key.fallback == .required && seen & 1 << position == 0 {
      if node.mayMean(key.name) { continue }
      findings.missing(
        node.place, "\(header) has no '\(key.name)'", hint: "write such as: \(key.name) = \(key.example)")
    }
  }

  private func unknown(_ name: String, in header: String, at place: Place, _ findings: Findings) {
    guard !findings.isFull else { return }
    let names = (keys + inner).map(\.name)
    let hint: String?
    if let near = nearest(to: name, among: names) {
      hint = "did you mean '\(near)'?"
    } else if let other = ConfigLanguage.tables.first(where: {
      $0.name != self.name && $0.keys.contains { $0.name == name }
    }) {
      hint = "it belongs in \(other.header)"
    } else {
      hint = "there \(names.count == 1 ? "is" : "are") \(listed(names.map { "'\($0)'" }))"
    }
    findings.error(place, "unknown key \(quoted(name)) in \(header)", hint: hint)
  }
}

/// How often a table may be written.
enum TableForm: Sendable {
  /// `[household]`: once; keys of several files come together.
  case single
  /// `[[carer]]`: as often as wanted; those of several files follow one another.
  case list
}

/// What was written as one table: the value made of it, and where its keys are.
struct Written<Model: Sendable>: Sendable {
  var value: Model
  /// The table, or the text of a short form.
  let node: TomlNode

  var place: Place { node.place }
  /// Where a key's value was written, or the element of it that reads `element`.
  func place(of key: String, element: String? = nil) -> Place { node.place(of: key, element: element) }
}
