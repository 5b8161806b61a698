/// What was recorded of a hard moment can be changed and erased. The act that recorded it is written anew, or removed,
/// in the ledger too: nothing of what it said before is kept on the disk. `undo` brings it back as long as this run of
/// Haven remembers it.
extension Engine {
  /// Those of the last hundred days, in the order recorded.
  public var hardMoments: [Facts.Hard] { facts.hardMoments }

  public func helps(_ children: [Child]) -> [String] { facts.helps(children) }

  public func pointsToHelp(after hard: Facts.Hard) -> Bool { facts.pointsToHelp(after: hard) }

  /// The act that recorded a hard moment: by its number, or the last one.
  func hardAct(_ moment: Int?) throws(Refusal) -> Act {
    let recorded = acts.filter { if case .hard = $0.command { $0.origin == nil } else { false } }
    guard let last = recorded.last else { throw Refusal("no hard moment is recorded", isTruthfulNo: true) }
    guard let moment else { return last }
    guard let act = recorded.last(where: { $0.id == moment }) else {
      throw Refusal("no hard moment '\(moment)'", hint: "havenctl hard list")
    }
    return act
  }

  mutating func editHardMoment(
    _ moment: Int?, _ edit: HardEdit, by carer: CarerID, now: Instant
  ) throws(Refusal) -> Reply {
    var act = try hardAct(moment)
    guard case .hard(let before) = act.command else { return Reply() }
    let former = act
    // An hour that was never said is the hour of its recording: it is not to be outgrown by a day.
    act.command = .hard(try resolve(edit.applied(to: before), recordedAt: act.at))
    outbox.changes.append(.rewrite(act))
    replace(act)
    let done = add(.hardEdit(moment: act.id, HardEdit()), by: carer, now: now)
    formerRecords[done.id] = former
    replan(now: now)
    return Reply(done.command.summary)
  }

  mutating func deleteHardMoment(_ moment: Int?, by carer: CarerID, now: Instant) throws(Refusal) -> Reply {
    let act = try hardAct(moment)
    return erase(act, saying: .hardDelete(moment: act.id), by: carer, now: now)
  }

  /// Takes an act out of the record, and out of the ledger's file.
  mutating func erase(_ act: Act, saying command: Command, by carer: CarerID, now: Instant) -> Reply {
    outbox.changes.append(.erase(act: act.id))
    acts.removeAll { $0.isOwn(act.id) }
    let done = add(command, by: carer, now: now)
    formerRecords[done.id] = act
    replan(now: now)
    return Reply(done.command.summary)
  }

  /// Puts back what an act that is taken back had changed or erased.
  mutating func restoreRecord(before act: Act) throws(Refusal) {
    switch act.command {
    case .hardEdit, .hardDelete, .noteDelete: break
    default: return
    }
    guard let former = formerRecords.removeValue(forKey: act.id) else {
      throw Refusal("what it said before is gone for good: Haven was started anew since", isTruthfulNo: true)
    }
    if case .hardEdit = act.command, !acts.contains(where: { $0.isOwn(former.id) }) { return }  // taken back since
    outbox.changes.append(.rewrite(former))
    replace(former)
  }

  private mutating func replace(_ act: Act) {
    if let index = acts.firstIndex(where: { $0.isOwn(act.id) }) { acts[index] = act } else { insert(act) }
  }
}

extension Act {
  /// Whether this Haven wrote it, by this number; another login's may have the same.
  fileprivate func isOwn(_ id: Int) -> Bool { self.id == id && origin == nil }
}
