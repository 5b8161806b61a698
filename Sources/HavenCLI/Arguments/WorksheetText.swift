/// A worksheet as it is typed: four headings, each with what stands behind it or below it.
struct WorksheetText: Equatable {
  var concern = ""
  var worry = ""
  var plan = ""
  /// As it was written; nil for none.
  var date: String?

  private static let headings = ["Their concern:", "My concern:", "A plan we can both do:", "Look again on:"]

  /// What stands in the editor at first.
  static let empty = HeadedText.empty(headings)

  init(parsing text: String) throws(CommandFailure) {
    let parts = try HeadedText.parts(of: text, under: WorksheetText.headings, what: "a worksheet")
    guard parts[..<3].contains(where: { !$0.isEmpty }) else {
      throw CommandFailure(.no, "nothing was written, nothing is kept")
    }
    (concern, worry, plan) = (parts[0], parts[1], parts[2])
    date = parts[3].isEmpty ? nil : parts[3]
  }
}
