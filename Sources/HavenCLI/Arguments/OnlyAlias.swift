import HavenCore

/// The one child that a word names: itself, or the only alias it begins.
func onlyAlias(_ word: String, among aliases: [ChildID]) throws(CommandFailure) -> ChildID {
  if aliases.contains(word) { return word }
  let matches = aliases.filter { $0.hasPrefix(word) && !word.isEmpty }
  if matches.count == 1 { return matches[0] }
  guard matches.isEmpty else {
    throw CommandFailure(
      .usage, "'\(printable(word))' could be \(listText(matches.map { printable($0) }))",
      hint: "type a little more of it")
  }
  throw CommandFailure(
    .usage, "no child '\(printable(word))'",
    hint: aliases.isEmpty ? "a [[child]] in the config" : "one of \(listText(aliases.map { printable($0) }))")
}
