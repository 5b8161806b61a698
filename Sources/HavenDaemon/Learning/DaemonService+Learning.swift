import HavenAPI
import HavenCore
import HavenStore

extension DaemonService {
  func suggestions(as carer: CarerID?) throws(ServiceError) -> SuggestionsView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    let privacy = privacy(keeper)
    return try lookBack(keeper) { (past, engine) throws(StoreError) in
      let own = privacy.mayGiveOut(own: who) ? past.household.goals.filter { $0.carer == who } : []
      let answers = own.isEmpty ? nil : try past.nudgeAnswers(of: own)
      let first = past.today - DaemonService.datesLookedAt
      let moments = try past.moments(from: first, through: past.today)
      let lived = try past.occurrences(from: first, through: past.today, moments: moments, &engine)
      let found = engine.suggestions(lived, answers: answers, to: who, now: past.now)
      return SuggestionsView(
        at: Stamp(past.now, in: past.zone), carer: who,
        suggestions: found.enumerated().map { SuggestionsView.Row($1, number: $0 + 1) },
        few: !engine.saysEnough(lived),
        accepted: engine.acceptedSuggestions.last { privacy.mayShow(privacy.owner(ofSuggestion: $0.id), to: who) }.map {
          SuggestionsView.Accepted(id: $0.id, at: Stamp($0.at, in: past.zone), changes: $0.changes)
        })
    }
  }

  func worksheets(of child: ChildID?, as carer: CarerID?) throws(ServiceError) -> WorksheetsView {
    let keeper = try keeper()
    _ = try self.carer(carer, keeper)
    do throws(Refusal) {
      let id = try child.map { text throws(Refusal) in try keeper.engine.childID(text) }
      return keeper.look { engine, now in
        WorksheetsView(
          at: Stamp(now, in: engine.zone),
          worksheets: engine.worksheets.filter { id == nil || $0.sheet.child == id }.map {
            .init($0, zone: engine.zone)
          },
          notNow: id.flatMap { engine.notCalm(for: $0, at: now)?.text })
      }
    } catch {
      throw .refused(error)
    }
  }

  func questions(as carer: CarerID?) throws(ServiceError) -> QuestionsView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    guard privacy(keeper).mayGiveOut(own: who) else { throw .notPermitted(privacy(keeper).refusal(own: who)) }
    return keeper.look { engine, now in
      QuestionsView(
        at: Stamp(now, in: engine.zone), carer: who,
        questions: engine.questions(of: who).map { .init($0, zone: engine.zone) })
    }
  }

  /// Twelve weeks: enough for twelve times of what comes once a week.
  static let datesLookedAt = 84
}
