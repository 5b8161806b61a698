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

  @Test(
    "a question is one wherever its global options stand, and with anything else beside it is none",
    arguments: [
      ("", "now"), ("now", "now"), ("--json now", "now"), ("--as ros next --json", "next"), ("status", "status"),
      ("version --discreet", "version"), ("--json", "now"), ("now otter", nil), ("next --count 3", nil), ("day", nil),
      ("--help", nil), ("now --help", nil), ("--version", nil), ("-- now", nil), ("help now", nil),
    ])
  func question(line: String, name: String?) {
    let words = line.split(separator: " ").map(String.init)
    #expect(CommandLineWords(words).question()?.question.rawValue == name)
  }
}
