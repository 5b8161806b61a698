import HavenCore
import Testing

@testable import HavenConfig

/// The table that decodes is the table that is printed. What it says of itself is tried here, key by key.
struct ReferenceTests {
  @Test("every table of the language is in the reference, once")
  func tables() {
    let names = ConfigurationReference.tables.map(\.name)
    #expect(Set(names).count == names.count)
    for section in ConfigLanguage.sections {
      #expect(names.contains(section.name) || section.name == "mode", "[\(section.name)]")
    }
    #expect(names.count == ConfigLanguage.sections.count + 1)  // [[routine.step]] stands inside [[routine]]
  }

  @Test("every example of the reference is taken by its key", arguments: ConfigurationReference.tables.map(\.name))
  func examples(name: String) throws {
    let table = try #require(ConfigurationReference.tables.first { $0.name == name })
    for key in table.keys {
      let told = keyFindings(table, [key.name: key.example])
      #expect(told == [], "\(table.header) \(key.name) = \(key.example)")
    }
  }

  @Test("writing a default changes nothing", arguments: ConfigurationReference.tables.map(\.name))
  func defaults(name: String) throws {
    let table = try #require(ConfigurationReference.tables.first { $0.name == name })
    for key in table.keys where key.hasValueAsDefault {
      let value = try #require(key.fallback)
      #expect(keyFindings(table, [key.name: value]) == [])
      #expect(
        "\(try model(table, [:]))" == "\(try model(table, [key.name: value]))", "\(table.header) \(key.name) = \(value)"
      )
    }
  }

  @Test("every key has a meaning that is a fragment, and a type")
  func meanings() {
    for table in ConfigurationReference.tables {
      #expect(!table.meaning.isEmpty)
      for key in table.keys {
        #expect(!key.meaning.isEmpty && !key.meaning.hasSuffix("."), "\(table.header) \(key.name)")
        #expect(!key.type.isEmpty)
      }
    }
  }

  /// A config with one such table that has all its required keys, and these.
  private func toml(_ table: TableReference, _ values: [String: String]) -> String {
    var values = values
    for key in table.keys where key.isRequired && values[key.name] == nil { values[key.name] = key.example }
    let header =
      switch table.name {
      case "mode.NAME": "[mode.sick]"
      case "routine.step": "[[routine]]\nid = \"r\"\n[[routine.step]]"
      default: table.header
      }
    return header + "\n" + values.map { "\($0.key) = \($0.value)\n" }.sorted().joined()
  }

  /// What decoding says, before anything is known of other tables.
  private func keyFindings(_ table: TableReference, _ values: [String: String]) -> [String] {
    let findings = Findings()
    var draft = Draft()
    if let document = try? TomlDocument(Array(toml(table, values).utf8), file: "x", order: 0) {
      ConfigLanguage.read(document, into: &draft, findings)
      return findings.diagnostics.map(\.description)
    }
    return ["not TOML: \(toml(table, values))"]
  }

  private func model(_ table: TableReference, _ values: [String: String]) throws -> Household {
    var draft = Draft()
    let document = try TomlDocument(Array(toml(table, values).utf8), file: "x", order: 0)
    ConfigLanguage.read(document, into: &draft, Findings())
    return draft.household(Findings())
  }
}
