/// A worksheet as it is typed: four headings, each with what stands behind it or below it.
struct WorksheetText: Equatable {
  var concern = ""
  var worry = ""
  var plan = ""
  /// As it was written; nil for none.
  var date: String?

  private static let headings = ["Their concern:", "My concern:", "A plan we can both do:", "Look again on:"]

  /// What stands in the editor at first.
  static let empty = headings.map { "\($0)\n" }.joined(separator: "\n")

  init(parsing text: String) throws(CommandFailure) {
    var parts = ["", "", "", ""]
    var place: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let found = WorksheetText.headings.firstIndex { line.lowercased().hasPrefix($0.lowercased()) }
      if let found { place = found }
      let rest = found.map { line.dropFirst(WorksheetText.headings[$0].count) } ?? line
      guard let place else {
        if rest.allSatisfy(\.isWhitespace) { continue }
        throw CommandFailure(
          .usage, "a worksheet begins with a heading",
          hint: "the headings are " + listText(WorksheetText.headings.map { "'\($0)'" }))
      }
      parts[place] += (parts[place].isEmpty ? "" : "\n") + rest
    }
    let plain = parts.map { part in
      part.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
    guard plain[..<3].contains(where: { !$0.isEmpty }) else {
      throw CommandFailure(.no, "nothing was written, nothing is kept")
    }
    (concern, worry, plan) = (plain[0], plain[1], plain[2])
    date = plain[3].isEmpty ? nil : plain[3]
  }
}
