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
  func trials(as carer: CarerID?) throws(ServiceError) -> TrialsView { try answer("trials", trialsView) }
  func notes(of child: ChildID?, count: Int, as carer: CarerID?) throws(ServiceError) -> NotesView {
    try answer("notes \(child ?? "-") \(count)", notesView)
  }
  func balance(as carer: CarerID?) throws(ServiceError) -> BalanceView { try answer("balance", balanceView) }
  func capacity(as carer: CarerID?) throws(ServiceError) -> CapacityView { try answer("capacity", capacityView) }
}
