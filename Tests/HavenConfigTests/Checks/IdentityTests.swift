import Testing

@testable import HavenConfig

struct IdentityTests {
  @Test("a missing id is the name's slug, and a missing name the id")
  func slugs() throws {
    let house = try load(
      "[[carer]]\nname = \"Auntie Jo\"\n[[carer]]\nid = \"ros\"\n[[routine]]\nname = \"Café & Tee\"\nsteps = [\"07:00 Zähne putzen\"]\n"
    ).household
    #expect(house.carers.map(\.id) == ["auntie-jo", "ros"])
    #expect(house.carers.map(\.name) == ["Auntie Jo", "ros"])
    #expect(house.routines[0].id == "cafe-tee")
    #expect(house.routines[0].steps[0].id == "zahne-putzen")
  }

  @Test("a name that gives no id needs one written")
  func empty() throws {
    #expect(
      try findings("[[carer]]\nname = \"王\"\n") == [
        "2:8: error: no id can be made of the name '王'; write an 'id' of plain letters"
      ])
    #expect(
      try findings("[[carer]]\nlogin = \"x\"\n") == [
        "1:1: error: [[carer]] has neither 'id' nor 'name'; write one of them"
      ])
  }

  @Test(
    "an id twice is told with the place of the first",
    arguments: [
      ("carer", "", "carer"), ("child", "", "child"), ("calendar", "dates = []\n", "calendar"),
      ("day", "on = \"daily\"\n", "day"),
      ("routine", "", "routine"), ("ladder", "rungs = [\"5\"]\n", "ladder"),
      ("goal", "name = \"x\"\ndomain = \"rest\"\n", "goal"),
    ])
  func twice(table: String, keys: String, noun: String) throws {
    let one = "[[\(table)]]\nid = \"same\"\n\(keys)"
    let told = try findings(one + one).filter { $0.contains("error") }
    let line = one.split(separator: "\n").count + 2
    #expect(
      told == ["\(line):6: error: the \(noun) 'same' is there already, at haven.toml:2:6; give one of them another id"])
  }

  @Test("a child may not have a carer's id")
  func childAndCarer() throws {
    #expect(
      try findings("[[carer]]\nid = \"ros\"\n[[child]]\nid = \"ros\"\n").first
        == "4:6: error: 'ros' is a carer already, at haven.toml:1:1; give the child another alias")
  }

  @Test(
    "an id is lower-case letters, digits and hyphens",
    arguments: ["Otter", "the otter", "ötter", "-otter", "otter/1", ""])
  func form(id: String) throws {
    #expect(try findings("[[child]]\nid = \"\(id)\"\n").first?.hasPrefix("2:6: error: ") == true)
  }
}
