/// Two logins, a Haven each: which lines are put on this desktop, and what the other's people did.
extension Engine {
  /// Whether a line is put on this login's desktop.
  ///
  /// A carer's own lines are for their own login alone. What is about the children is the other Haven's to show where
  /// that one is there; where it is not, it is better shown here than nowhere.
  func isShownHere(_ line: Line) -> Bool {
    guard let login, household.carers.contains(where: { $0.login == login }),
      let theirs = household.carer(line.to)?.login, theirs != login
    else { return true }
    switch line.kind {
    case .cue, .catchUp, .moved, .fuel, .tell: return absentLogins.contains(theirs)
    case .nudge, .appointment, .promise, .respite, .marked, .digest, .review, .swap: return false
    }
  }

  /// Records claims as shown, by the Haven of the other login: from here on all goes as it goes there, so a rung keeps
  /// its carer, and a child who was told of a change is told when it moves.
  mutating func leave(_ claims: [String], now: Instant) {
    for claim in claims {
      if let id = CueID(claim), cueStates[id]?.state == .claimed {
        set(id, .shown, reason: .otherLogin, now: now)
      } else if var entry = lineStates[claim], entry.state == .claimed {
        entry.state = .shown
        entry.reason = .otherLogin
        entry.at = now
        setLine(entry)
      }
    }
  }

  /// The logins whose Havens are known not to run just now.
  public mutating func note(absentLogins: Set<String>) { self.absentLogins = absentLogins }

  /// Takes in what somebody did in the Haven of another login, and says what follows from it here.
  ///
  /// Long after it was done it only counts: nobody is rung for what is over.
  public mutating func receive(_ act: Act, now: Instant) -> [Effect] {
    advance(before: now)
    guard isWelcome(act, now: now), !has(act) else { return outbox.drain() }
    if now - act.at > Engine.lateTolerance {
      insert(act)
      replan(now: now)
    } else {
      received = act
      follow(act, now: now)
      received = nil
    }
    outbox.announcements.append(.planChanged)
    return outbox.drain()
  }

  /// The other carer took it back.
  public mutating func receiveUndo(of act: Int, from origin: String, now: Instant) -> [Effect] {
    advance(before: now)
    guard let index = acts.firstIndex(where: { $0.origin == origin && $0.id == act }) else { return outbox.drain() }
    let act = acts.remove(at: index)
    if let tagOut = facts.tagOuts.last(where: { $0.act == act.key }) { closeAsked(of: tagOut, to: nil) }
    replan(now: now)
    outbox.announcements.append(.planChanged)
    return outbox.drain()
  }

  /// Makes these all that came from another login: its file was read from the beginning. What is new and recent is
  /// followed; the rest counts, and nobody is rung for it.
  public mutating func adopt(_ theirs: [Act], from origin: String, now: Instant) -> [Effect] {
    advance(before: now)
    // A hard moment may have been changed since: then it is a new one here.
    let kept = Dictionary(theirs.map { ($0.id, $0.command) }, uniquingKeysWith: { $1 })
    acts.removeAll { $0.origin == origin && kept[$0.id] != $0.command }
    let known = Set(acts.lazy.filter { $0.origin == origin }.map(\.id))
    let fresh = theirs.filter { !known.contains($0.id) && isWelcome($0, now: now) }
    for act in fresh where now - act.at > Engine.lateTolerance { insert(act) }
    replan(now: now)
    for act in fresh where now - act.at <= Engine.lateTolerance && !has(act) {
      received = act
      follow(act, now: now)
      received = nil
    }
    outbox.announcements.append(.planChanged)
    return outbox.drain()
  }

  public var foreignActs: [Act] { acts.filter { $0.origin != nil } }

  /// Hard moments that were recorded in the Havens of other logins, in order.
  public var sharedMoments: [LivedMoment] { foreignActs.compactMap { LivedMoment($0, zone: zone) } }

  /// What the other logins may be told of this one's acts, in order.
  public var actsToShare: [Act] { acts.filter { $0.origin == nil && $0.command.isHouseholds } }

  /// A household's act, by a carer whose login wrote it or who has none, and neither from long ago nor from a clock
  /// that runs ahead.
  private func isWelcome(_ act: Act, now: Instant) -> Bool {
    guard let origin = act.origin, origin != login, let carer = household.carer(act.by) else { return false }
    return (carer.login == nil || carer.login == origin) && act.command.isHouseholds && act.command.isInBounds
      && act.at <= now + Engine.lateTolerance && now - act.at <= 100 * 86_400
  }

  /// What typing it here would have done, but for the writing.
  private mutating func follow(_ act: Act, now: Instant) {
    switch act.command {
    case .swapped(let first, let second, _):
      insert(act)
      replan(now: now)
      sayMoved([first, second], on: zone.date(at: now), now: now)
    case .answer(let cue, _):
      insert(act)
      replan(now: now)
      if let id = CueID(cue) { closeBubbles(of: id.transition) }
    default:
      // Refused where this Haven sees the day otherwise: then it only counts.
      _ = try? apply(act.command, by: act.by, now: now)
      guard !has(act) else { return }
      insert(act)
      replan(now: now)
    }
  }

  private func has(_ act: Act) -> Bool { acts.contains { $0.id == act.id && $0.origin == act.origin } }

  /// Puts an act where its time has it. At one second the logins' names decide, the same in every Haven; acts of one
  /// login stay in the order they were written, whatever its clock did.
  mutating func insert(_ act: Act) {
    var act = act
    act.date = zone.date(at: act.at)
    let name = act.origin ?? login ?? ""
    let place = acts.lastIndex { other in
      other.origin == act.origin || (other.at, other.origin ?? login ?? "") <= (act.at, name)
    }
    acts.insert(act, at: place.map { $0 + 1 } ?? 0)
  }
}
