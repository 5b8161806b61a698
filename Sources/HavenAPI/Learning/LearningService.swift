import HavenCore

/// What can be asked of what a family learns as it goes.
public protocol LearningService {
  func suggestions(as carer: CarerID?) throws(ServiceError) -> SuggestionsView
  /// Of a child, or of all; with a child, whether this is an hour to begin another.
  func worksheets(of child: ChildID?, as carer: CarerID?) throws(ServiceError) -> WorksheetsView
  func questions(as carer: CarerID?) throws(ServiceError) -> QuestionsView
}
