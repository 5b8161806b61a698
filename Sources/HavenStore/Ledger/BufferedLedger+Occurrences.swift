import HavenCore

// As `BufferedLedger+Reading`: what is on the disk, and what waits for it.
extension BufferedLedger {
  public func occurrences(from: CivilDate, through: CivilDate) throws(StoreError) -> [Occurrence] {
    var occurrences = read { (disk) throws(StoreError) in try disk.occurrences(from: from, through: through) } ?? []
    for change in waiting.flatMap(\.changes) {
      guard case .lived(let date, let lived) = change, date >= from, date <= through else { continue }
      occurrences.removeAll { $0.date == date }
      occurrences += lived
    }
    return occurrences
  }

  public func countedTo() throws(StoreError) -> CivilDate? {
    read { (disk) throws(StoreError) in try disk.countedTo() } ?? nil
  }

  public func countedWeeks(from: CivilDate, through: CivilDate) throws(StoreError) -> [CountedWeek] {
    read { (disk) throws(StoreError) in try disk.countedWeeks(from: from, through: through) } ?? []
  }

  public func firstOccurrence() throws(StoreError) -> CivilDate? {
    if let first = read({ (disk) throws(StoreError) in try disk.firstOccurrence() }) ?? nil { return first }
    for change in waiting.flatMap(\.changes) {
      if case .lived(let date, _) = change { return date }
    }
    return nil
  }

  public func acts(ofKinds kinds: [String], from: Instant, to: Instant) throws(StoreError) -> [Act] {
    var acts = read { (disk) throws(StoreError) in try disk.acts(ofKinds: kinds, from: from, to: to) } ?? []
    for change in waiting.flatMap(\.changes) {
      switch change {
      case .entry, .lived: continue
      case .act(let act):
        let kind = try CommandText(act.command).kind
        if act.at >= from, act.at < to, kinds.contains(kind) { acts.append(act) }
      case .undo(let id, _), .erase(let id): acts.removeAll { $0.id == id }
      case .rewrite(let act):
        acts.removeAll { $0.id == act.id }
        guard act.at >= from, act.at < to, kinds.contains(try CommandText(act.command).kind) else { continue }
        acts.insert(act, at: acts.firstIndex { $0.id > act.id } ?? acts.endIndex)
      }
    }
    return acts
  }
}
