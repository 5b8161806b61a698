import HavenAPI
import HavenCore

extension FakeHouse {
  func suggestions(as carer: CarerID?) throws(ServiceError) -> SuggestionsView {
    try answer("suggestions", suggestionsView)
  }
}
