import HavenCore
import Testing

@testable import HavenConfig

struct RungTests {
  @Test(
    "what is no rung is told",
    arguments: [
      (
        "x",
        "'x' is not a rung; write minutes before, such as 'P20' (carer only), '10', 'L2' (the last one) or '0' (arrival)"
      ),
      (
        "P0",
        "'P0' is not a rung; write minutes before, such as 'P20' (carer only), '10', 'L2' (the last one) or '0' (arrival)"
      ),
      ("P900", "the rung 'P900' is too early; at most 720 minutes before"),
      (
        "05",
        "'05' is not a rung; write minutes before, such as 'P20' (carer only), '10', 'L2' (the last one) or '0' (arrival)"
      ),
    ])
  func refuses(text: String, told: String) {
    #expect(fault { try Rung(parsing: text) } == told)
  }

  @Test("a ladder is kept from early to late, however it was written")
  func order() throws {
    let house = try load("[[ladder]]\nid = \"own\"\nrungs = [\"0\", \"5\", \"L2\", \"P5\", 10]\n").household
    #expect(house.ladders["own"]?.map(\.description) == ["10", "P5", "5", "L2", "0"])
  }

  @Test("an empty ladder, and a rung twice, are told")
  func faults() throws {
    #expect(
      try findings("[[ladder]]\nid = \"a\"\nrungs = []\n[[ladder]]\nid = \"b\"\nrungs = [\"10\", \"5\", \"10\"]\n") == [
        "3:9: error: a ladder needs a rung; for no cues at all write ladder = \"none\"",
        "6:21: error: the rung '10' is in this ladder twice",
      ])
  }
}
