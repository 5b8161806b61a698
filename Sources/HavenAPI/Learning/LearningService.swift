import HavenCore

/// What can be asked of what a family learns as it goes.
public protocol LearningService {
  func suggestions(as carer: CarerID?) throws(ServiceError) -> SuggestionsView
  /// Of a child, or of all; with a child, whether this is an hour to begin another.
  func worksheets(of child: ChildID?, as carer: CarerID?) throws(ServiceError) -> WorksheetsView
  func questions(as carer: CarerID?) throws(ServiceError) -> QuestionsView
  /// What is tried before a change, and what was.
  func trials(as carer: CarerID?) throws(ServiceError) -> TrialsView
  /// The latest first, at most so many; with the carer's own.
  func notes(of child: ChildID?, count: Int, as carer: CarerID?) throws(ServiceError) -> NotesView
  /// How the week leans so far.
  func balance(as carer: CarerID?) throws(ServiceError) -> BalanceView
  func capacity(as carer: CarerID?) throws(ServiceError) -> CapacityView
}
