import HavenCore

@testable import HavenAPI

extension FakeService {
  func suggestions(as carer: CarerID?) throws(ServiceError) -> SuggestionsView {
    try answer("suggestions \(carer ?? "-")", Samples.suggestions)
  }
}

extension Samples {
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
