/// What `havenctl help` prints: every command, grouped by what a person wants; or one command's own page.
func helpText(for words: [String]) throws(CommandFailure) -> String {
  guard let first = words.first else { return overview }
  if let entry = CommandTable.entry(named: first, words.dropFirst().first) { return entry.help }
  let family = CommandTable.names(beginning: first).compactMap { CommandTable.entry(named: $0, nil) }
  guard !family.isEmpty else { throw CommandLineWords.unknown(first, words.dropFirst().first) }
  return list(family).joined(separator: "\n")
}

private var overview: String {
  var lines = ["havenctl: a family's day, from the shell", "", "Typed alone it is 'havenctl now'."]
  for group in CommandTable.groups { lines += ["", group.title] + list(group.entries) }
  lines += [
    "", "Every command takes --json, --config DIR, --socket PATH, --as CARER, --discreet,",
    "--color WHEN. 'havenctl help COMMAND' tells more of one; 'man havenctl' of all.",
  ]
  return lines.joined(separator: "\n")
}

private func list(_ entries: [CommandEntry]) -> [String] {
  entries.map { "  \(padded($0.name, 18))\($0.summary)" }
}
