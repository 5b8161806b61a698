/// One line in a person's own words, from standard input, where no list of processes shows it.
///
/// - Parameters:
///   - mark: what was typed for it: only `-` will do.
///   - hint: the command with it.
func ownLine(_ mark: String, hint: String) throws(CommandFailure) -> String {
  guard mark == "-" else {
    throw CommandFailure(
      .usage, "your own words come on standard input, where no list of processes shows them", hint: hint)
  }
  let lines = try readText("-").split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
  guard let first = lines.first, lines.count == 1 else {
    throw CommandFailure(.usage, "one line is needed on standard input, and \(lines.count) came")
  }
  return String(first.drop(while: \.isWhitespace))
}
