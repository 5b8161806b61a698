import HavenAPI
import HavenCore

extension TextRender {
  func questions(_ view: QuestionsView) -> [String] {
    guard !view.questions.isEmpty else { return ["no questions are kept"] }
    if style.isDiscreet { return ["\(counted(view.questions.count, "question", "questions")) kept"] }
    return view.questions.flatMap { row in
      let whom = row.audience.map { "  (\($0.rawValue))" } ?? ""
      let lines = row.text.split(separator: "\n").map { printable(String($0)) }
      return ["\(row.number)  \(lines.first ?? "its words are no longer kept")\(whom)"]
        + lines.dropFirst().map { "   \($0)" }
    }
  }

  /// A line each: whose, the plan's first line, when to look again.
  func worksheets(_ view: WorksheetsView) -> [String] {
    guard !view.worksheets.isEmpty else { return ["no worksheets are open"] }
    return view.worksheets.map { row in
      let again = row.revisit.map { ", look again on \(dateText($0))" } ?? ""
      if style.isDiscreet { return "\(row.number)  a plan\(again)" }
      let first = (row.plan.isEmpty ? row.concern : row.plan).split(separator: "\n").first.map { String($0) }
      return "\(row.number)  \(printable(row.child)): \(printable(first ?? "its words are no longer kept"))\(again)"
    }
  }

  func worksheet(_ rows: [WorksheetsView.Row]) -> [String] {
    if style.isDiscreet { return ["its words are not for this screen"] }
    return rows.flatMap { row -> [String] in
      var lines = [style.strong("\(row.number)  \(printable(row.child)), \(dateText(row.at.wall.date))")]
      for (title, text) in [
        ("Their concern", row.concern), ("My concern", row.worry), ("A plan we can both do", row.plan),
      ] where !text.isEmpty {
        lines.append("\(title):")
        lines += text.split(separator: "\n").map { "  \(printable(String($0)))" }
      }
      if let revisit = row.revisit { lines.append("Look again on: \(dateText(revisit))") }
      return lines
    }
  }
}
