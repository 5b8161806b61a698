/// Text under headings, as it stands in an editor: each with what is behind it or below it.
enum HeadedText {
  /// What stands in the editor at first.
  static func empty(_ headings: [String]) -> String { headings.map { "\($0)\n" }.joined(separator: "\n") }

  /// What stands under each heading, in their order, without empty lines.
  ///
  /// - Parameter what: begins with a heading: "a worksheet".
  static func parts(of text: String, under headings: [String], what: String) throws(CommandFailure) -> [String] {
    var parts = headings.map { _ in "" }
    var place: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let found = headings.firstIndex { line.lowercased().hasPrefix($0.lowercased()) }
      if let found { place = found }
      let rest = found.map { line.dropFirst(headings[$0].count) } ?? line
      guard let place else {
        if rest.allSatisfy(\.isWhitespace) { continue }
        throw CommandFailure(
          .usage, "\(what) begins with a heading",
          hint: "the headings are " + listText(headings.map { "'\($0)'" }))
      }
      parts[place] += (parts[place].isEmpty ? "" : "\n") + rest
    }
    return parts.map { part in
      part.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
  }
}
