import HavenCore

extension Command {
  /// The command as it would be typed, without `havenctl` and `--as`; `havenctl` reads it back as the same command.
  ///
  /// - Parameter zone: whose wall clock its moments are written in.
  public func words(in zone: Zone) -> [String] {
    switch self {
    case .done(let step): ["done", step]
    case .delay(let step, let minutes): ["delay", step, "\(minutes)m"]
    case .skip(let step): ["skip", step]
    case .swap(let first, let second), .swapped(let first, let second, _): ["swap", first, second]
    case .late(let minutes, let child), .ranLate(let minutes, let child, _, _):
      ["late", "\(minutes)m"] + option("--child", child)
    case .snooze(let cue, let seconds): ["snooze", cue, duration(seconds)]
    case .answer(let cue, let answer): ["answer", cue, answer.rawValue]
    case .retreat(let child, let on): ["retreat", child, on ? "on" : "off"]
    case .mode(let mode, let child, let age, let until):
      ["mode", mode.rawValue] + (child.map { [$0] } ?? []) + option("--age", age)
        + option("--until", until.map { zone.civil(at: $0) })
    case .hush(let seconds): ["hush", duration(seconds)]
    case .unsafe(let on): ["unsafe", on ? "on" : "off"]
    case .tagOut(let seconds): ["tag", "out"] + option("--for", seconds.map(duration))
    case .tagIn: ["tag", "in"]
    case .tagAnswer(let answer): ["tag", "answer", answer.rawValue]
    case .duty(let carer): ["duty", carer]
    case .handover(let handover): handover.words
    case .hard(let moment): moment.words(in: zone)
    case .hardEdit(let moment, let edit): edit.words(moment, in: zone)
    case .hardDelete(let moment): ["hard", "delete"] + (moment.map { ["\($0)"] } ?? [])
    case .fed(let child): ["fed", child]
    case .drank(let child): ["drank", child]
    case .moved(let child): ["moved", child]
    case .nurture(let child): ["nurture", child]
    case .noticed: ["noticed"]
    case .note(let note): ["note"] + option("--child", note.child) + (note.isOwn ? ["--ofnr"] : [])
    case .noteDelete(let note): ["note", "delete"] + (note.map { ["\($0)"] } ?? [])
    case .repair: ["repair"]
    case .night(let up): ["night", up ? "up" : "down"]
    case .boundaryHeld(let name): ["boundary", "held", name]
    case .balance(let balance): ["balance", balance.rawValue]
    case .capacity(let level): ["capacity", "\(level)"]
    case .goal(let id, let act, let minutes): ["goal", act.rawValue, id] + option("--minutes", minutes)
    case .promiseAdd(let id, let due, let on, _):
      ["promise", "add", id] + option("--due", zone.civil(at: due)) + option("--on", on)
    case .promiseMoved(let id, let due): ["promise", "moved", id] + option("--due", zone.civil(at: due))
    case .promiseKept(let id): ["promise", "kept", id]
    case .promiseRepaired(let id): ["promise", "repaired", id]
    case .respiteBook(let lane, let from, let to): ["respite", "book", "\(lane)", "\(from)/\(to)"]
    case .respiteCancel(let lane, let from, let by):
      ["respite", "cancel", "\(lane)", "\(from)"] + option("--by", by?.rawValue)
    case .respiteTook(let lane, let date, let minutes, let counts, let shortened):
      ["respite", "took", "\(lane)", "\(minutes)m", "--on", "\(date)"] + (counts ? [] : ["--at-home"])
        + (shortened == true ? ["--shortened"] : [])
    case .respiteForgive(let lane): ["respite", "forgive", "\(lane)"]
    case .suggestionAccepted(let id, _): ["suggestions", "accept", id]
    case .solve(let sheet): ["solve", sheet.child]
    case .solveDone(let number): ["solve", "done", "\(number)"]
    case .ask(let question): ["ask", "add"] + option("--for", question.audience?.rawValue)
    case .askDone(let number): ["ask", "done", "\(number)"]
    case .suggestionUndone: ["suggestions", "undo"]
    case .tryBegin(let trial):
      ["try", trial.step, "--\(trial.change.rawValue)", trial.value] + option("--child", trial.child)
        + option("--until", trial.until)
    case .tryStop(let step): ["try", "stop", step]
    case .suggestionDismissed(let id): ["suggestions", "dismiss", id]
    }
  }
}

extension HardMoment {
  /// Without the note, which is never typed on a command line.
  fileprivate func words(in zone: Zone) -> [String] {
    ["hard"] + option("--child", child) + ["--size", "\(size)"] + option("--settle", settle.map { "\($0)m" })
      + option("--at", at.map { zone.civil(at: $0) }) + tags.flatMap { ["--tag", $0] }
      + helped.flatMap { ["--helped", $0] }
  }
}

extension Handover {
  /// Its line is the carer's own words: it is typed on standard input, and stands in no list of commands.
  fileprivate var words: [String] {
    func each(_ name: String, _ values: [String]) -> [String] { values.flatMap { [name, $0] } }
    return ["handover"] + each("--calm", calm) + each("--wobbly", wobbly) + each("--hard", hard)
      + each("--choice", choices) + each("--helped", helped) + each("--knows", knows)
      + option("--meds", meds?.rawValue) + option("--level", level)
  }
}

extension HardEdit {
  /// Without the note, too.
  fileprivate func words(_ moment: Int?, in zone: Zone) -> [String] {
    ["hard", "edit"] + (moment.map { ["\($0)"] } ?? []) + option("--child", child) + option("--size", size)
      + option("--settle", settle.map { "\($0)m" }) + option("--at", at.map { zone.civil(at: $0) })
      + (tags ?? []).flatMap { ["--tag", $0] } + (helped ?? []).flatMap { ["--helped", $0] }
  }
}

private func option(_ name: String, _ value: (some CustomStringConvertible)?) -> [String] {
  value.map { [name, $0.description] } ?? []
}

private func duration(_ seconds: Int) -> String { seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s" }
