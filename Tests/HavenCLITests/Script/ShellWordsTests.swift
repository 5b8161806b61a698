import Testing

@testable import HavenCLI

@Suite("Words as a shell splits them")
struct ShellWordsTests {
  @Test(
    "blanks, quotes, backslashes and comments",
    arguments: [
      ("", []),
      ("   \t ", []),
      ("a  b\tc", ["a", "b", "c"]),
      ("# all of it", []),
      ("a # the rest", ["a"]),
      ("a#b c", ["a#b", "c"]),
      ("a '# not a comment'", ["a", "# not a comment"]),
      ("--due 'tomorrow 17:00'", ["--due", "tomorrow 17:00"]),
      ("--due=\"tomorrow 17:00\"", ["--due=tomorrow 17:00"]),
      ("a\\ b", ["a b"]),
      ("\\# a", ["#", "a"]),
      ("''", [""]),
      ("a'b'\"c\"d", ["abcd"]),
      ("\"say \\\"hi\\\" \\\\ \\n\"", ["say \"hi\" \\ \\n"]),
      ("'a\\'", ["a\\"]),
      ("tea\r", ["tea"]),
      ("$HOME `x` *", ["$HOME", "`x`", "*"]),
    ])
  func split(line: String, words: [String]) throws { #expect(try ShellWords.split(line) == words) }

  @Test("what has no end is a fault")
  func faults() {
    #expect(throws: ShellWords.Fault.openQuote("'")) { try ShellWords.split("a 'b") }
    #expect(throws: ShellWords.Fault.openQuote("\"")) { try ShellWords.split("a \"b\\\"") }
    #expect(throws: ShellWords.Fault.trailingBackslash) { try ShellWords.split("a \\") }
  }
}
