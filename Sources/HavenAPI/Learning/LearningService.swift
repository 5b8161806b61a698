import HavenCore

/// What can be asked of what a family learns as it goes.
public protocol LearningService {
  func suggestions(as carer: CarerID?) throws(ServiceError) -> SuggestionsView
}
