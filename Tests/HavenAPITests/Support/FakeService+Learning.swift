@testable import HavenAPI
@testable import HavenCore

extension FakeService {
  func suggestions(as carer: CarerID?) throws(ServiceError) -> SuggestionsView {
    try answer("suggestions \(carer ?? "-")", Samples.suggestions)
  }
  func worksheets(of child: ChildID?, as carer: CarerID?) throws(ServiceError) -> WorksheetsView {
    try answer("worksheets \(child ?? "-") \(carer ?? "-")", Samples.worksheets)
  }
  func questions(as carer: CarerID?) throws(ServiceError) -> QuestionsView {
    try answer("questions \(carer ?? "-")", Samples.questions)
  }
}

extension Samples {
  static let worksheets = WorksheetsView(
    at: at("17:12"),
    worksheets: [
      .init(
        Facts.KeptWorksheet(
          sheet: Worksheet(
            number: 1, child: "otter", text: "a", words: "b", note: "c", revisit: CivilDate("2026-03-14")), by: "ros",
          at: at("10:00").instant), zone: zone)
    ], notNow: "a soft day asks for no solving")
  static let questions = QuestionsView(
    at: at("17:12"), carer: "ros",
    questions: [
      .init(
        Facts.KeptQuestion(
          question: Question(number: 1, audience: .therapist, text: "a"), by: "ros", at: at("10:00").instant),
        zone: zone)
    ])

  static let configChange = ConfigChange(
    file: "haven.toml", line: 41, before: ["transition = \"hard\""], after: ["transition = \"normal\""])

  static let suggestions: SuggestionsView = {
    let found = [
      Suggestion(.softDay("otter"), count: 2),
      Suggestion(.shorter("bath", "otter", from: .hard, to: .normal), count: 11, of: 12),
      Suggestion(.drop("bath", "otter", rung: "15", left: ["P20", "5", "0"]), count: 3, of: 3),
      Suggestion(.longer("shoes", "wren", from: .veryHard, to: nil), count: 3, of: 5),
    ]
    var rows = found.enumerated().map { SuggestionsView.Row($1, number: $0 + 1) }
    rows[1].changes = [configChange]
    rows[3].places = ["haven.toml:12"]
    return SuggestionsView(
      at: at("17:12"), carer: "ros", suggestions: rows, few: false,
      accepted: .init(id: "shorter/tea/otter/easy", at: at("16:00"), changes: [configChange]))
  }()
}
