import Testing

@testable import HavenCLI

@Suite("Options that need no ArgumentParser")
struct PlainOptionsTests {
  @Test("every global option is read, whatever their order")
  func all() throws {
    let words = ["--color", "never", "--json", "--as", "ros", "--socket", "/run/s", "--discreet", "--config", "c"]
    var expected = PlainOptions()
    (expected.json, expected.discreet, expected.color) = (true, true, .never)
    (expected.config, expected.socket, expected.carer) = ("c", "/run/s", "ros")
    #expect(PlainOptions(alone: words) == expected)
    #expect(PlainOptions(alone: []) == PlainOptions())
  }

  @Test(
    "anything else is ArgumentParser's, to read or to complain about",
    arguments: [
      ["--count", "3"], ["--help"], ["--jsom"], ["--socket"], ["--socket", "--json"], ["--socket=/run/s"],
      ["--color", "mauve"], ["--as", ""], ["otter"], ["--"],
    ])
  func others(_ words: [String]) {
    #expect(PlainOptions(alone: words) == nil)
  }

  @Test(
    "a command says the same, whoever read its options",
    arguments: ["now", "next", "status", "version"], ["", "--json", "--discreet", "--as ros"])
  func same(command: String, options: String) throws {
    // An equals sign is ArgumentParser's.
    let plain = try havenctl("\(command) \(options) --color never")
    let parsed = try havenctl("\(command) \(options) --color=never")
    #expect(plain == parsed)
  }
}
