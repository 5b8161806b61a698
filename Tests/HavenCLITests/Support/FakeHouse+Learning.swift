import HavenAPI
import HavenCore

extension FakeHouse {
  func suggestions(as carer: CarerID?) throws(ServiceError) -> SuggestionsView {
    try answer("suggestions", suggestionsView)
  }
  func worksheets(of child: ChildID?, as carer: CarerID?) throws(ServiceError) -> WorksheetsView {
    try answer("worksheets \(child ?? "-")", worksheetsView)
  }
  func questions(as carer: CarerID?) throws(ServiceError) -> QuestionsView {
    try answer("questions", QuestionsView(at: House.at("17:12"), carer: "ros", questions: []))
  }
}
