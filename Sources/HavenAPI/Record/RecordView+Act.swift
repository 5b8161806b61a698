import HavenCore

extension RecordView {
  /// An act as a line of the household's record.
  public init(_ act: Act, zone: Zone) {
    self.init(.act, at: Stamp(act.at, in: zone), by: act.by)
    command = act.command.words(in: zone).joined(separator: " ")
    fill(act.command, zone: zone)
  }

  /// What an act says about one child; nil where it is not about them, or is one of the day's many small things, such as
  /// a meal or an answer to a warning.
  ///
  /// - Parameter mention: the child's alias among the others'.
  public init?(_ act: Act, about mention: NameMention, zone: Zone) {
    self.init(.act, at: Stamp(act.at, in: zone), by: act.by)
    fill(act.command, zone: zone)
    let isTheirs: Bool =
      switch act.command {
      case .note(let note): note.child == mention.name && !note.isOwn
      case .hard, .mode, .noticed: child == nil || child == mention.name
      case .nurture, .solve: child == mention.name
      case .respiteBook(let lane, _, _), .respiteCancel(let lane, _, _), .respiteTook(let lane, _, _, _, _):
        mention.occurs(in: lane.description)
      default: promise.map { mention.occurs(in: $0) } ?? false
      }
    guard isTheirs else { return nil }
    if what == .respite { command = act.command.words(in: zone).joined(separator: " ") }
  }

  /// What became of a cue or a line.
  public init(_ entry: LedgerEntry, zone: Zone) {
    self.init(.state, at: Stamp(entry.at, in: zone))
    id = entry.id
    state = entry.state
    reason = entry.reason
    dueAt = Stamp(entry.dueAt, in: zone)
    to = entry.to
    until = entry.until.map { Stamp($0, in: zone) }
  }

  private mutating func fill(_ command: Command, zone: Zone) {
    switch command {
    case .hard(let moment):
      fill(moment)
      if let began = moment.at { at = Stamp(began, in: zone) }
    case .nurture(let child): (what, self.child) = (.nurture, child)
    case .noticed(let text): (what, note) = (.noticed, text)
    case .note(let note): (what, self.child, self.note) = (.note, note.child, note.text)
    case .mode(let mode, let child, let age, let until):
      (what, self.mode, self.child, self.age) = (.mode, mode, child, age)
      self.until = until.map { Stamp($0, in: zone) }
    case .promiseAdd(let id, let dueAt, _, let note):
      fill(promise: id, "made", due: Stamp(dueAt, in: zone))
      self.note = note
    case .promiseMoved(let id, let dueAt): fill(promise: id, "moved", due: Stamp(dueAt, in: zone))
    case .promiseKept(let id): fill(promise: id, "kept")
    case .promiseRepaired(let id): fill(promise: id, "mended")
    case .respiteBook, .respiteCancel, .respiteTook, .respiteForgive: what = .respite
    case .solve(let sheet):
      child = sheet.child
      note = [sheet.text, sheet.words, sheet.note].filter { !$0.isEmpty }.joined(separator: " / ")
    default: break
    }
  }

  private mutating func fill(_ moment: HardMoment) {
    what = .hard
    child = moment.child
    size = moment.size
    settle = moment.settle
    step = moment.step
    note = moment.note
    if !moment.tags.isEmpty { tags = moment.tags }
    if !moment.helped.isEmpty { helped = moment.helped }
  }

  private mutating func fill(promise id: PromiseID, _ became: String, due: Stamp? = nil) {
    what = .promise
    promise = id
    self.became = became
    until = due
  }
}

extension RecordView {
  /// The same for people outside of the house: nobody's name but the child's alias.
  ///
  /// - Parameter names: what is said instead of each name that may stand in a note.
  public func forMeeting(_ names: [(NameMention, said: String)]) -> RecordView {
    func plain(_ text: String) -> String { names.reduce(text) { $1.0.replaced(in: $0, by: $1.said) } }
    var view = self
    view.by = nil
    view.to = nil
    view.note = note.map(plain)
    view.promise = promise.map(plain)
    view.command = nil
    return view
  }
}
