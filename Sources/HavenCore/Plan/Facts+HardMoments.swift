extension Facts {
  /// A hard moment as it stands: what the review counts, and what warnings and nudges rest after.
  public struct Hard: Sendable, Equatable {
    /// The act that recorded it: its lasting identity; zero where it was recorded in another login, and is not ours to
    /// change.
    public var act: Int
    /// When it began.
    public var at: Instant
    /// The household's date at `at`.
    public var date: CivilDate
    /// When it was over: as it was recorded, or, of one recorded later, once it had settled.
    public var closedAt: Instant
    /// Who recorded it.
    public var by: CarerID
    /// Nil for all children.
    public var child: ChildID?
    /// The step of the transition it belongs to, in the plan of `date`; nil for none.
    public var step: StepID?
    /// 1 wobble, 2 hard, 3 unsafe.
    public var size: Int
    /// Minutes to settle; nil where not said.
    public var settle: Int?
    public var tags: [String]
    public var helped: [String]
    public var note: String?

    /// - Parameter recordedAt: when it was typed; a moment without a time of its own was over just then.
    public init(_ moment: HardMoment, act: Int, recordedAt: Instant, by: CarerID, zone: Zone) {
      self.act = act
      at = moment.at ?? recordedAt
      date = zone.date(at: at)
      closedAt = moment.at.map { max($0, min($0 + (moment.settle ?? 0) * 60, recordedAt)) } ?? recordedAt
      self.by = by
      child = moment.child
      step = moment.step
      size = moment.size
      settle = moment.settle
      tags = moment.tags
      helped = moment.helped
      note = moment.note
    }

    /// Whether it was this child's, alone or with all others.
    public func concerns(_ child: ChildID) -> Bool { self.child == nil || self.child == child }
  }

  /// Closed hard moments hold a child's rungs for twenty minutes.
  public func isAfterHardMoment(_ child: ChildID, at instant: Instant) -> Bool {
    hardMoments.contains { $0.concerns(child) && $0.closedAt <= instant && instant < $0.closedAt + 1200 }
  }

  /// The end of the hour in which nothing is asked of a carer after a hard moment; nil outside of one.
  public func endOfHardHour(at instant: Instant) -> Instant? {
    hardMoments.lazy.map(\.closedAt).filter { $0 <= instant && instant < $0 + 3600 }.max().map { $0 + 3600 }
  }

  /// What helps these children, what helped most often first; as often as each other, in the order that the family
  /// wrote it, then what they had not written.
  public func helps(_ children: [Child]) -> [String] {
    let written = children.flatMap(\.helps)
    var times: [String: Int] = [:]
    var words: [String: String] = [:]
    var order: [String] = []
    func note(_ text: String, _ count: Int) {
      let key = NeutralWords.tag(text) ?? text
      if words[key] == nil { order.append(key) }
      words[key] = words[key] ?? text
      times[key, default: 0] += count
    }
    for text in written { note(text, 0) }
    for hard in hardMoments where children.contains(where: { hard.concerns($0.id) }) {
      for text in hard.helped { note(text, 1) }
    }
    let sorted = order.enumerated().sorted {
      (times[$1.element] ?? 0, $0.offset) < (times[$0.element] ?? 0, $1.offset)
    }
    return sorted.compactMap { words[$0.element] }
  }

  /// Whether the family's own list of help is to be pointed to: after the hardest size, or three in a day.
  public func pointsToHelp(after hard: Hard) -> Bool {
    hard.size == 3 || hardMoments.count { $0.at <= hard.at && hard.at - $0.at < 86_400 } >= 3
  }
}
