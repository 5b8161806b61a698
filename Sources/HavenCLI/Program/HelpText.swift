/// What `havenctl help` prints: every command, grouped by what a person wants; one command's own page; or, for words that
/// are no command, where what they are about is found.
func helpText(for words: [String]) throws(CommandFailure) -> String {
  guard let first = words.first else { return overview }
  let found = WordIndex(words.joined(separator: " "))
  if let entry = CommandTable.entry(named: first, words.dropFirst().first) {
    // "safe space" is a subject, and no page of 'safe'.
    let isSubject = words.count > 1 && !entry.name.contains(" ") && found.isWhole
    if !isSubject { return entry.help }
  }
  let family = CommandTable.names(beginning: first).compactMap { CommandTable.entry(named: $0, nil) }
  if !family.isEmpty { return list(family).joined(separator: "\n") }
  guard !found.isEmpty else { throw CommandLineWords.unknown(first, words.dropFirst().first) }
  return (["about '\(printable(found.words))':"] + found.lines).joined(separator: "\n")
}

private var overview: String {
  var lines = ["havenctl: a family's day, from the shell", "", "Typed alone it is 'havenctl now'."]
  for group in CommandTable.groups { lines += ["", group.title] + list(group.entries) }
  lines += [
    "", "Every command takes --json, --config DIR, --socket PATH, --as CARER, --discreet,",
    "--color WHEN. 'havenctl help COMMAND' tells more of one; 'man havenctl' of all.",
    "Or ask in your own words: 'havenctl help bedtime', 'havenctl help blocked care'.",
  ]
  return lines.joined(separator: "\n")
}

private func list(_ entries: [CommandEntry]) -> [String] {
  entries.map { "  \(padded($0.name, 18))\($0.summary)" }
}
