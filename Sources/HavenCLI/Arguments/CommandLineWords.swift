import ArgumentParser
import HavenConfig

/// The words of a command line, and which command they ask for.
///
/// Global options may come before the command's name, as in `havenctl --json now`.
struct CommandLineWords {
  private let words: [String]

  init(_ words: [String]) { self.words = words }

  enum Request {
    /// `help`, or `--help` without a command; about these words.
    case help([String])
    /// The entry, and all words but its name.
    case command(CommandEntry, [String])
  }

  /// The question that these words are, and the options beside it; nil where there is anything else to read, or anything to
  /// complain about.
  func question() -> (question: PlainQuestion, options: PlainOptions)? {
    let place = index(from: 0)
    var rest = words
    let name = place.map { rest.remove(at: $0) }
    guard let question = name.map(PlainQuestion.init) ?? .now, let options = PlainOptions(alone: rest) else {
      return nil
    }
    return (question, options)
  }

  /// No words at all ask what is now.
  func request() throws(CommandFailure) -> Request {
    guard let first = index(from: 0) else {
      if words.contains("--help") || words.contains("-h") { return .help([]) }
      if words.contains("--version") {
        return .command(CommandEntry("version", Version.self), words.filter { $0 != "--version" })
      }
      return .command(CommandEntry("now", Now.self), words)
    }
    let second = index(from: first + 1)
    let name = words[first]
    if name == "help" { return .help(words[(first + 1)...].filter { !$0.hasPrefix("-") }) }
    guard let entry = CommandTable.entry(named: name, second.map { words[$0] }) else {
      throw Self.unknown(name, second.map { words[$0] })
    }
    var rest = words
    if entry.name.contains(" "), let second { rest.remove(at: second) }
    rest.remove(at: first)
    return .command(entry, MomentWord.joined(rest))
  }

  /// The next word that is neither an option nor a global option's value.
  private func index(from start: Int) -> Int? {
    var index = start
    while index < words.count {
      let word = words[index]
      if word == "--" { return nil }
      if !word.hasPrefix("-") { return index }
      index += GlobalOptions.namesWithValue.contains(word) ? 2 : 1
    }
    return nil
  }

  static func unknown(_ first: String, _ second: String?) -> CommandFailure {
    let family = CommandTable.names(beginning: first)
    if !family.isEmpty {
      let text = second.map { "unknown command '\(first) \($0)'" } ?? "'\(first)' needs another word"
      return CommandFailure(.usage, text, hint: family.map { "havenctl \($0)" }.joined(separator: ", "))
    }
    let near = nearest(to: first, among: CommandTable.names)
    if near == nil, !WordIndex(first).isEmpty {
      return CommandFailure(
        .usage, "unknown command '\(printable(first))'",
        hint: "havenctl help \(printable(first)), for what there is about it")
    }
    return CommandFailure(
      .usage, "unknown command '\(printable(first))'",
      hint: near.map { "did you mean 'havenctl \($0)'?" } ?? "havenctl help")
  }
}
