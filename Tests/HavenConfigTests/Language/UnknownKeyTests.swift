import Testing

@testable import HavenConfig

struct UnknownKeyTests {
  @Test("an unknown key is told with the one that was probably meant")
  func near() throws {
    #expect(
      try findings("[[carer]]\nnmae = \"Ros\"\n[household]\ndigst = \"20:00\"\n") == [
        "2:1: error: unknown key 'nmae' in [[carer]]; did you mean 'name'?",
        "4:1: error: unknown key 'digst' in [household]; did you mean 'digest'?",
      ])
  }

  @Test("a key of another table is told where it belongs")
  func elsewhere() throws {
    #expect(
      try findings("[[routine]]\nid = \"r\"\nbridge = \"keys\"\n") == [
        "3:1: error: unknown key 'bridge' in [[routine]]; it belongs in [[routine.step]]"
      ])
    #expect(try findings("digest = \"20:00\"\n") == ["1:1: error: unknown key 'digest'; it belongs in [household]"])
  }

  @Test("a key like no other is answered with those there are")
  func list() throws {
    #expect(
      try findings("[[ladder]]\nid = \"a\"\nrungs = [\"5\"]\ncolour = \"red\"\n") == [
        "4:1: error: unknown key 'colour' in [[ladder]]; there are 'id' and 'rungs'"
      ])
  }

  @Test("an unknown table is told, and so is one written in the wrong form")
  func tables() throws {
    #expect(
      try findings("[[routines]]\nid = \"r\"\n[carer]\nname = \"Ros\"\n[[household]]\n[mode.sik]\n") == [
        "1:3: error: unknown table 'routines'; did you mean 'routine'?",
        "3:2: error: 'carer' is a list of tables; write '[[carer]]'",
        "5:3: error: 'household' is written once; write '[household]'",
        "6:7: error: unknown mode 'sik'; did you mean 'sick'?",
      ])
    #expect(
      try findings("[routine.step]\nname = \"x\"\n") == [
        "1:2: error: 'routine' is a list of tables; write '[[routine]]'"
      ])
  }

  @Test("a required key that is missing is told at its table, but not where it is only misspelled")
  func missing() throws {
    #expect(
      try findings("[[boundary]]\nname = \"hands\"\n[[card]]\ntopics = \"x\"\ntext = \"y\"\n") == [
        "1:1: error: [[boundary]] has no 'limit'; write such as: limit = \"I won't let you hit. I'll stay.\"",
        "2:8: warning: the boundary 'hands' is unfinished: it has no 'feeling'; say first that you see them, such as \"You're furious.\"",
        "4:1: error: unknown key 'topics' in [[card]]; did you mean 'topic'?",
      ])
  }

  @Test("no more than a thousand findings are kept of a file that is no config at all")
  func limit() throws {
    let told = try findings((0..<5000).map { "key-\($0) = 1\n" }.joined())
    #expect(told.count == 1000)
  }
}
