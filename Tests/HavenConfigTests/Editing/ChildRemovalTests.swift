import Glibc
import HavenCore
import Testing

@testable import HavenConfig

@Suite("Taking a child out of a config")
struct ChildRemovalTests {
  private func cut(_ text: String) -> String {
    String(decoding: ChildCut("otter", from: Array(text.utf8)).result, as: UTF8.self)
  }

  @Test("tables that are about the child alone go, with what is written in them")
  func tables() {
    let left = cut(
      """
      # The house.
      [[child]]
      id = "otter"   # the elder
      working-age = 5

      [[child]]
      id = "wren"

      [[respite]]
      lane = "sibling"
      for = "otter"

      [[routine.step]]
      at = "17:00"
      who = ["otter"]
      """)
    #expect(left == "# The house.\n[[child]]\nid = \"wren\"\n\n")
  }

  @Test("from the lists of others the alias alone goes; comments stay")
  func lists() {
    #expect(cut("[[a]]\nwho = [\"otter\", \"wren\"] # both\n") == "[[a]]\nwho = [\"wren\"] # both\n")
    #expect(cut("[[a]]\nwho = [\"wren\", \"otter\"]\n") == "[[a]]\nwho = [\"wren\"]\n")
    #expect(cut("[[a]]\nwho = [\n  \"otter\", # one\n  \"wren\",\n]\n") == "[[a]]\nwho = [\n  # one\n  \"wren\",\n]\n")
    #expect(
      cut("[[a]]\ntransition = { otter = \"hard\", wren = \"easy\" }\n") == "[[a]]\ntransition = { wren = \"easy\" }\n")
    #expect(cut("[[a]]\nname = \"b\"\ntransition = { otter = \"hard\" }\n") == "[[a]]\nname = \"b\"\n")
  }

  @Test("sentences, names and other children's aliases are left for a person")
  func sentences() {
    for text in [
      "[[a]]\nsay = \"Come on, otter\"\n", "# otter\n", "[[a]]\nwho = [\"sea-otter\"]\n", "[[a]]\ntags = [\"otter\"]\n",
    ] { #expect(cut(text) == text) }
  }

  private static let config = """
    [[carer]]
    id = "ros"
    name = "Ros"

    # Otter came in May.
    [[child]]
    id = "otter"

    [[child]]
    id = "wren"

    [[routine]]
    id = "day"
    name = "day"

    [[routine.step]]
    at = "17:00"
    id = "tea"
    name = "tea"
    who = ["otter", "wren"]
    """

  @Test("every line that changes or names the child is shown, and the rest of the file is as it was")
  func apply() throws {
    let folder = try TemporaryFolder(Self.config)
    let removal = try ChildRemoval("otter", others: ["wren"], directory: folder.path)
    #expect(removal.lines.map(\.number) == [5, 6, 7, 20])
    #expect(removal.lines.map(\.fate) == [.stays, .goes, .goes, .becomes("who = [\"wren\"]")])
    try removal.apply()
    let loaded = try ConfigurationLoader(directory: folder.path, systemZone: { .utc }).load()
    #expect(loaded.household.children.map(\.id) == ["wren"])
    let bytes = try readFile(folder.path + "/haven.toml", limit: 1 << 20)
    #expect(
      String(decoding: bytes, as: UTF8.self).hasPrefix(
        "[[carer]]\nid = \"ros\"\nname = \"Ros\"\n\n# Otter came in May.\n[[child]]\nid = \"wren\""))
    #expect(try listDirectory(folder.path) == ["haven.toml"])
  }

  @Test("a config that would not be sound is left as it is, and the fault is told at the file's own name")
  func notSound() throws {
    let text = Self.config + "\n\n[[boundary]]\nname = \"x\"\nlimit = \"y\"\nwho = [\"otter\", \"nobody\"]\n"
    let folder = try TemporaryFolder(text)
    let removal = try ChildRemoval("otter", others: ["wren"], directory: folder.path)
    #expect(throws: ConfigurationError.self) { try removal.apply() }
    let bytes = try readFile(folder.path + "/haven.toml", limit: 1 << 20)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    #expect(try listDirectory(folder.path) == ["haven.toml"])
  }
}
