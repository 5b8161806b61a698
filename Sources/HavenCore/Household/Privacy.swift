/// Whose an answer is: what is one carer's own, and to whom it may be given.
///
/// The household's record (hard moments, promises, respite, what was said) is everybody's who looks after the children.
/// A carer's own are their capacity, their goals and what they did about them, the nudges and the words that the evening
/// brings them alone. It is shown to that carer and to nobody else; and where that carer has a login, and this is
/// another's, it is not given out at all.
///
/// Where carers share one login nothing proves who types. There it is private by courtesy: each sees their own, and
/// `--as` is all that says who they are.
public struct Privacy: Sendable {
  private let household: Household
  /// The login that havend runs for.
  private let login: String?

  public init(household: Household, login: String?) {
    self.household = household
    self.login = login
  }

  /// Whether this carer's own may be given out here: it is their login, or they have none.
  public func mayGiveOut(own carer: CarerID) -> Bool {
    guard household.settings.isPrivate, let theirs = household.carer(carer)?.login else { return true }
    return theirs == login
  }

  /// Whether what `owner` owns may be shown to whoever looks as `viewer`.
  ///
  /// - Parameter owner: nil for what is the household's.
  public func mayShow(_ owner: CarerID?, to viewer: CarerID) -> Bool {
    guard let owner else { return true }
    return owner == viewer && mayGiveOut(own: owner)
  }

  /// What is said to whoever asks for it all the same.
  public func refusal(own carer: CarerID) -> String {
    "that is \(household.carer(carer)?.name ?? carer)'s own"
  }

  /// Whose own a command is; nil where it is the household's.
  ///
  /// - Parameters:
  ///   - command: its goal may be a prefix still.
  ///   - carer: who types it.
  public func owner(of command: Command, by carer: CarerID) -> CarerID? {
    switch command {
    case .capacity, .ask, .askDone: carer
    case .note(let note): note.isOwn ? carer : nil
    case .goal(let text, _, _): owner(ofGoal: text, typedBy: carer) ?? carer
    case .suggestionAccepted(let id, _), .suggestionUndone(let id), .suggestionDismissed(let id):
      owner(ofSuggestion: id)
    default: nil
    }
  }

  public func owner(of act: Act) -> CarerID? { owner(of: act.command, by: act.by) }

  /// Of what became of a line: the nudges and appointments of a carer, whose ids name a goal.
  public func owner(of entry: LedgerEntry) -> CarerID? {
    switch entry.kind {
    case .nudge, .appointment: entry.subject.flatMap { owner(ofGoal: $0, typedBy: entry.to ?? "") } ?? entry.to
    case .cue, .catchUp, .moved, .fuel, .promise, .respite, .tell, .marked, .digest, .review, .swap: nil
    }
  }

  /// Of a line with its words: the digest's and the review's are their carer's too.
  public func owner(of line: Line) -> CarerID? {
    switch line.kind {
    case .nudge, .appointment, .digest, .review: line.to
    case .cue, .catchUp, .moved, .fuel, .promise, .respite, .tell, .marked, .swap: nil
    }
  }

  /// Whose a suggestion is: its carer's where it is about a goal, else the household's.
  public func owner(ofSuggestion id: String) -> CarerID? {
    let parts = id.split(separator: "/").map(String.init)
    guard parts.count > 1, parts[0] == "window" else { return nil }
    return owner(ofGoal: parts[1], typedBy: "")
  }

  /// As the engine finds a goal: an exact id first, then the carer's own, then anybody's.
  private func owner(ofGoal text: String, typedBy carer: CarerID) -> CarerID? {
    let goals = household.goals
    return
      (goals.first { $0.id == text } ?? goals.first { $0.carer == carer && $0.id.hasPrefix(text) }
      ?? goals.first { $0.id.hasPrefix(text) })?.carer
  }
}
