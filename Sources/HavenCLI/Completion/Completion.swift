/// What may come next on a command line that somebody is typing: commands, options and words from the table, ids from
/// whoever knows them.
struct Completion {
  struct Candidate: Equatable {
    var word: String
    /// For the shells that show one.
    var about = ""
  }

  /// The ids of a kind, as they are at present.
  var live: (CompletionKind) -> [Candidate] = { _ in [] }
  /// The options of a command, each with what it does.
  var options: (CommandEntry) -> [Candidate] = optionsOfHelp

  /// - Parameters:
  ///   - before: the words that stand before the cursor's, the program's name left out.
  ///   - current: what is there of the cursor's word.
  /// - Returns: what begins so, and whether files or folders may stand there as well.
  func candidates(after before: [String], current: String) -> (words: [Candidate], place: CompletionKind?) {
    let line = Line(before)
    let command = line.entry?.name ?? ""
    if let equals = current.firstIndex(of: "="), current.hasPrefix("--") {
      let option = String(current[..<equals])
      let value = CompletionKind.value(of: option, command: command)
      return all(of: value.map { [$0] } ?? [], beginning: String(current[current.index(after: equals)...])) {
        "\(option)=\($0)"
      }
    }
    if let option = before.last, option.hasPrefix("--"), Line.takesValue(option, line.first ?? "") {
      return all(of: CompletionKind.value(of: option, command: command).map { [$0] } ?? [], beginning: current)
    }
    if current.hasPrefix("-") {
      let known = line.entry.map(options) ?? optionsOfHelp(CommandEntry("now", Now.self))
      return (known.filter { $0.word.hasPrefix(current) && !before.contains($0.word) }, nil)
    }
    guard let entry = line.entry else { return (Completion.commands(after: line.first, beginning: current), nil) }
    var found: (words: [Candidate], place: CompletionKind?) = ([], nil)
    // `hard` is a command, and so is `hard list`.
    if line.positionals == 0, !entry.name.contains(" ") {
      found.words = Completion.commands(after: entry.name, beginning: current)
    }
    let places = positions(of: entry.arguments)
    guard line.positionals < places.count else { return found }
    let more = all(of: CompletionKind.kinds(of: places[line.positionals], command: entry.name), beginning: current)
    return (found.words + more.words, more.place)
  }

  private func all(
    of kinds: [CompletionKind], beginning start: String, as written: (String) -> String = { $0 }
  ) -> (words: [Candidate], place: CompletionKind?) {
    var found: [Candidate] = []
    var place: CompletionKind?
    for kind in kinds {
      switch kind {
      case .words(let words): found += words.map { Candidate(word: $0) }
      case .file, .folder: place = kind
      case .mode: found += ["ordinary", "low-demand", "regression", "sick"].map { Candidate(word: $0) }
      default: found += live(kind)
      }
    }
    var seen: Set<String> = []
    let fitting = found.filter { $0.word.hasPrefix(start) && seen.insert($0.word).inserted }
    return (fitting.map { Candidate(word: written($0.word), about: $0.about) }, place)
  }

  /// First words of commands, or the words behind a first.
  private static func commands(after first: String?, beginning start: String) -> [Candidate] {
    var found: [Candidate] = []
    for entry in CommandTable.groups.flatMap(\.entries) {
      let words = entry.name.split(separator: " ").map(String.init)
      if let first {
        if words.count > 1, words[0] == first { found.append(Candidate(word: words[1], about: entry.summary)) }
      } else if !found.contains(where: { $0.word == words[0] }) {
        found.append(Candidate(word: words[0], about: words.count == 1 ? entry.summary : ""))
      }
    }
    if first == nil { found.append(Candidate(word: "help", about: "Tell more of a command.")) }
    return found.filter { $0.word.hasPrefix(start) }
  }

  /// What stands before the cursor: which command, and how many words of its own.
  private struct Line {
    var entry: CommandEntry?
    var first: String?
    var positionals = 0

    init(_ words: [String]) {
      var index = 0
      var plain: [String] = []
      while index < words.count {
        let word = words[index]
        if word.hasPrefix("-"), word.count > 1 {
          let command = plain.first ?? ""
          index += Line.takesValue(word, command) && !word.contains("=") ? 2 : 1
        } else {
          plain.append(word)
          index += 1
        }
      }
      guard let first = plain.first else { return }
      self.first = first
      entry = CommandTable.entry(named: first, plain.dropFirst().first)
      if let entry { positionals = plain.count - entry.name.split(separator: " ").count }
    }

    /// By what can be listed for it, or by the command's synopsis: `--until WHEN`.
    static func takesValue(_ option: String, _ command: String) -> Bool {
      if GlobalOptions.namesWithValue.contains(option) { return true }
      if CompletionKind.value(of: option, command: command) != nil { return true }
      return CommandTable.groups.flatMap(\.entries).contains { entry in
        entry.name.split(separator: " ").first.map(String.init) == command && entry.arguments.contains("\(option) ")
          && !entry.arguments.contains("\(option) |")
      }
    }
  }
}

/// The options that a command's own page tells of: `  --child C   Whose it was.`
func optionsOfHelp(_ entry: CommandEntry) -> [Completion.Candidate] {
  entry.help.split(separator: "\n").compactMap { line in
    guard line.hasPrefix("  -") else { return nil }
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    guard let name = words.first(where: { $0.hasPrefix("--") }) else { return nil }
    let about = line.dropFirst(2).firstRange(of: "  ").map { line[$0.upperBound...].drop { $0 == " " } } ?? ""
    return Completion.Candidate(word: String(name), about: String(about))
  }
}
