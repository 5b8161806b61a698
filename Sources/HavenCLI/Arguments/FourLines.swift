/// Observation, feeling, need, request: four lines of a carer's own.
enum FourLines {
  private static let headings = ["Observation:", "Feeling:", "Need:", "Request:"]

  static let empty = HeadedText.empty(headings)

  /// As they are kept: the headings that something stands under. Four lines without headings are taken in their order.
  static func kept(_ text: String) throws(CommandFailure) -> String {
    let lines = text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
    let isHeaded = lines.contains { line in
      headings.contains { line.lowercased().hasPrefix($0.lowercased()) }
    }
    var parts = lines.map { String($0) }
    if isHeaded || lines.count > headings.count {
      parts = try HeadedText.parts(of: text, under: headings, what: "a note in four lines")
    }
    return zip(headings, parts).filter { !$1.isEmpty }.map { "\($0) \($1)" }.joined(separator: "\n")
  }
}
