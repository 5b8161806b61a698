import HavenAPI
import HavenCore
import HavenDesktop

extension Story {
  /// Somebody types a command. One that is refused changes nothing, and stands in no script.
  func command() {
    guard let life else { return }
    let carer = random.pick(family.carers)
    let now = machine.wall
    if random.chance(8) {
      guard (try? life.keeper.undo(by: carer)) != nil else { return }
      return script.add("undo --as \(carer)", at: now, in: forecast.zone)
    }
    let command = anyCommand()
    do throws(Refusal) {
      try life.keeper.perform(command, by: carer)
      let words = command.words(in: forecast.zone).joined(separator: " ")
      script.add("\(words) --as \(carer)", at: now, in: forecast.zone)
      faults["command", default: 0] += 1
      if case .unsafe(true) = command { later(random.number(5...90) * 60, .unsafety) }
    } catch {
      faults["refused command", default: 0] += 1
    }
  }

  private func anyCommand() -> Command {
    let step = random.pick(family.steps), other = random.pick(family.steps)
    let child = random.pick(family.children), carer = random.pick(family.carers)
    let soft = random.pick([Mode.lowDemand, .regression, .sick])
    return random.pick(weighted: [
      (10, .delay(step: step, minutes: random.number(1...60))), (6, .done(step: step)), (4, .skip(step: step)),
      (4, .swap(first: step, second: other)), (4, .late(minutes: random.number(2...40), child: nil)),
      (10, .snooze(cue: someCue() ?? "2026-01-01/none/none/5", seconds: random.pick([60, 90, 300, 600, 1800, 7200]))),
      (4, .retreat(child: child, on: random.chance(60))), (3, .mode(soft, child: child, age: nil, until: nil)),
      (3, .mode(.ordinary, child: nil, age: nil, until: nil)), (4, .hush(seconds: random.number(1...60) * 60)),
      (2, .unsafe(on: true)), (4, .tagOut(seconds: random.chance(50) ? random.number(5...40) * 60 : nil)),
      (3, .tagIn), (3, .tagAnswer(random.pick([.yes, .later, .no]))), (4, .duty(carer: carer)),
      (4, .hard(HardMoment(child: random.chance(70) ? child : nil))), (3, .fed(child: child)),
      (3, .drank(child: child)), (3, .goal(id: "stretch", random.pick([.done, .part, .notToday, .keep]))),
      (3, .promiseAdd(id: "promise-\(random.number(1...9))", dueAt: machine.wall + random.number(1...1800) * 60)),
    ])
  }

  /// One that was shown not long ago.
  private func someCue() -> String? {
    let ids = witness.announcements.suffix(6).filter { $0.kind == .cue || $0.kind == .catchUp }.flatMap(\.ids)
    return ids.isEmpty ? nil : random.pick(ids)
  }

  /// Somebody answers what is on the screen. A button does what it says, always.
  func press() {
    guard let life, let bubble = desktop.bubbles.last(where: { $0.owner != nil && $0.owner === desktop.client }) else {
      return
    }
    let now = machine.wall
    let rows = journal.lines.count, acts = journal.version
    let isClose = random.chance(25) || bubble.notification.actions.isEmpty
    let action = isClose ? nil : random.pick(bubble.notification.actions.map(\.id))
    if let said = witness.announcements.last(where: { $0.ids.contains { $0.hasPrefix(bubble.key + "/") } }) {
      for id in said.ids { script.add("!answer \(id) \(action ?? "dismiss")", at: now, in: forecast.zone) }
    } else {
      script.note("\(action ?? "dismiss") on \(bubble.key)", at: now, in: forecast.zone)
    }
    faults["answer", default: 0] += 1
    desktop.press(bubble.key, action)
    // What has been up for more than a week cannot be answered any more.
    let isOld = witness.announcements.last { $0.key == bubble.key }.map { abs(now - $0.at) > 7 * 86_400 } ?? false
    if let action, !life.mortality.isDead, journal.lines.count == rows, journal.version == acts, !isOld {
      witness.find("the button '\(action)' of '\(bubble.key)' did nothing", at: now)
    }
  }
}
