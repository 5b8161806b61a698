/// What else a person is told when they book, promise, or settle a goal: one line each, and only where it helps.
extension Engine {
  func careLines(after command: Command, now: Instant) -> [String] {
    switch command {
    case .respiteBook(let lane, let from, _):
      guard let back = facts.returns.first(where: { $0.stay?.lane == lane && $0.stay?.start == from }) else {
        return []
      }
      let wall = zone.civil(at: back.dueAt)
      return ["back at \(wall.time) on \(wall.date.shortText) is a promise; 'havenctl respite' has what else helps"]
        + noTotal(of: lane)
    case .respiteCancel(let lane, _, let by): return lines(cancelling: lane, by: by)
    case .respiteTook(let lane, _, _, _, _): return noTotal(of: lane)
    case .promiseAdd(let id, _, let on, let note):
      guard on != nil || ThirdParty.isNamed(in: id, note: note, household: household) else { return [] }
      return ["promise your part only: what you will do yourself, whether or not \(on ?? "they") can"]
    case .promiseMoved(let id, _):
      guard facts.allPromises.last(where: { $0.id == id })?.movedLate == false else { return [] }
      return ["told before the old time comes, it counts as kept"]
    case .goal(_, .notToday, _): return ["not today is fine"]
    case .goal(let id, .shrink, _):
      let smallest = household.goals.first { $0.id == id }?.smallest
      return ["from now on \(smallest.map { "'\($0)'" } ?? "a few minutes of it") is enough"]
    case .goal(let id, .letGo, _): return ["it is not offered again; 'havenctl goal keep \(id)' brings it back"]
    default: return []
    }
  }

  /// Of a lane that the family has not.
  private func noTotal(of lane: Lane) -> [String] {
    guard !household.respite.contains(where: { $0.lane == lane }) else { return [] }
    return ["kept, and in no total: '\(lane)' is no lane of yours until [[respite]] in the config says so"]
  }

  /// A sitter who could not come twice earns a thought about a second person, once; a crisis nobody's blame.
  private func lines(cancelling lane: Lane, by: CalledOff?) -> [String] {
    switch by {
    case .crisis: return ["that counts against nobody"]
    case .sitter:
      let times = acts.count { act in
        if case .respiteCancel(lane, _, .sitter) = act.command { return true }
        return false
      }
      guard times == 2, household.respite.first(where: { $0.lane == lane })?.backup == nil else { return [] }
      return ["a second person could help here: 'backup' in [[respite]] names one"]
    case .us, .agency, nil: return []
    }
  }
}
