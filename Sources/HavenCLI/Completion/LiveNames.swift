import HavenAPI
import HavenCore

/// Ids as they are at present: people from the config, everything else from havend; none where it does not answer.
struct LiveNames {
  let context: Context
  let global: PlainOptions

  func names(of kind: CompletionKind) -> [Completion.Candidate] {
    let daemon = Daemon(context, global)
    do throws(CommandFailure) {
      switch kind {
      case .step: return try daemon.day(nil).steps.map { .init(word: $0.step, about: $0.at.wall.time.description) }
      case .goal: return try daemon.goals().goals.map { .init(word: $0.goal) }
      case .promise: return try daemon.promises().promises.map { .init(word: $0.promise) }
      case .cue: return try cues(daemon)
      case .child: return household.children.map { .init(word: $0.id) }
      case .carer: return household.carers.map { .init(word: $0.id) }
      case .lane:
        let family = household
        return family.carers.map { .init(word: "solo:\($0.id)") } + [.init(word: "couple")]
          + family.children.map { .init(word: "sibling:\($0.id)") } + [.init(word: "overnight")]
      case .topic: return CardBox(household.cards).topics.map { .init(word: $0) }
      case .reading: return ReadingList(household.readings).entries.map { .init(word: $0.reading.id) }
      // One with blanks would have to be quoted, in each shell's own way.
      case .boundary: return household.boundaries.map(\.name).filter { !$0.contains(" ") }.map { .init(word: $0) }
      case .ladder: return household.ladders.keys.sorted().map { .init(word: $0) }
      case .mode, .file, .folder, .words: return []
      }
    } catch {
      return []
    }
  }

  private var household: Household { Family(context, global).household }

  /// Those on the screen or waiting first, the latest first; then those to come.
  private func cues(_ daemon: Daemon) throws(CommandFailure) -> [Completion.Candidate] {
    var states: [String: LedgerEntry.State] = [:]
    var order: [String] = []
    for event in try daemon.events(since: nil).events {
      guard let id = event.id, CueID(id) != nil, let state = event.state else { continue }
      states[id] = state
      order.removeAll { $0 == id }
      order.insert(id, at: 0)
    }
    let up = order.filter { [.shown, .snoozed, .held].contains(states[$0]) }
    let coming = try daemon.next(count: NextView.usual).items.compactMap { $0.id.map { "\($0)" } }
    return up.map { .init(word: $0, about: states[$0]?.rawValue ?? "") } + coming.map { .init(word: $0) }
  }
}
