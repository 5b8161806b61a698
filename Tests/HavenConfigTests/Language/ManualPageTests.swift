import Testing

@testable import HavenConfig

/// `haven.toml(5)` has, like `docs/config.md`, a section for each table made from the declaration that decodes it.
///
/// After a change to the language, `HAVEN_WRITE_DOCS=1 swift test --filter Manual` writes both anew.
struct ManualPageTests {
  @Test("haven.toml(5) says of every table and key what the decoder does")
  func sections() throws {
    let tables = ConfigurationReference.tables.map(section).joined()
    try ManualPage("haven.toml.5").holds(tables, in: "the language", from: "its declaration")
  }

  private func section(_ table: TableReference) -> String {
    let keys = table.keys.map(item).joined()
    return ".Ss \(table.header)\n\(ManualPage.prose(table.meaning))\n.Bl -tag -width Ds\n\(keys).El\n"
  }

  /// The key and its type; what it means; its default, and an example where it has none.
  private func item(_ key: KeyReference) -> String {
    let words = key.words.isEmpty ? "" : ": \(key.words.joined(separator: ", "))"
    let last =
      switch key.fallback {
      case nil: "Needed, such as `\(key.example)`."
      case "none"?, "not set"?: "Not set unless given, such as `\(key.example)`."
      case let value? where key.hasValueAsDefault: "Default: `\(value)`."
      case let words?: "Default: \(words)."
      }
    return """
      .It Ic \(key.name) Pq \(key.type)\(words)
      \(ManualPage.prose(key.meaning.capitalised)).
      \(ManualPage.prose(last))

      """
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
