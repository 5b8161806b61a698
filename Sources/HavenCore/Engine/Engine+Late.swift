/// Running late: found, offered, and put right in one act where a person says so. Nothing moves by itself.
extension Engine {
  /// Where today's plan, as it was bent, now runs late.
  public mutating func lateness(at now: Instant) -> Lateness {
    let today = zone.date(at: now)
    return Lateness(of: plan(for: today), after: now, done: finished(on: today), before: zone.startOfDay(today + 1))
  }

  private func finished(on date: CivilDate) -> Set<StepID> { Set((facts.done[date] ?? [:]).keys) }

  /// Everybody, or one child, is so many minutes late: optional steps that have not begun are dropped, those that may
  /// shift do by what remains, fixed ones stay. One act, so one `undo` takes all of it back.
  mutating func late(minutes: Int, child: ChildID?, by carer: CarerID, now: Instant) throws(Refusal) -> Reply {
    let today = zone.date(at: now)
    let relief = Relief(
      of: plan(for: today), from: now + 1, seconds: minutes * 60,
      children: Set(child.map { [$0] } ?? household.children.map(\.id)), done: finished(on: today),
      before: zone.startOfDay(today + 1))
    let stays = relief.stuck.compactMap { self.stays($0, on: today) }
    let first = relief.stuck.first { $0.step == relief.asked?.step } ?? relief.stuck.first
    let hint = first.map { "havenctl delay \($0.step) \(minutesText($0.seconds))" }
    guard !relief.isEmpty else {
      throw Refusal(
        stays.first ?? "nothing that is still to come today has to give", hint: hint ?? "havenctl day",
        isTruthfulNo: true)
    }
    for step in plan(for: today).steps where relief.dropped.contains(step.step.id) {
      for child in step.children { closeBubbles(of: TransitionID(date: today, step: step.step.id, child: child)) }
    }
    add(.ranLate(minutes: minutes, child: child, dropped: relief.dropped, moved: relief.moved), by: carer, now: now)
    replan(now: now)
    sayMovedTogether(relief.moved.map(\.step), on: today, now: now)
    var reply = Reply()
    if !relief.dropped.isEmpty { reply.lines.append("out of today: \(relief.dropped.joined(separator: ", "))") }
    let steps = plan(for: today).steps
    reply.lines += relief.moved.compactMap { shift in
      steps.first { $0.step.id == shift.step }.map { "\(shift.step) is at \(zone.civil(at: $0.at).time) now" }
    }
    reply.lines += stays
    if !stays.isEmpty, let hint { reply.lines.append("to move it: '\(hint)'") }
    return reply
  }

  /// `leave-for-school stays at 08:25, 12 min short`
  private mutating func stays(_ shift: StepShift, on date: CivilDate) -> String? {
    guard let step = plan(for: date).steps.first(where: { $0.step.id == shift.step }) else { return nil }
    return "\(shift.step) stays at \(zone.civil(at: step.at).time), \(durationText(shift.seconds)) short"
  }

  /// What `delay` tells of the overruns there are now, each with what to type.
  mutating func lateLines(at now: Instant) -> [String] {
    lateness(at: now).overruns.map { overrun in
      let offers = overrun.offers.map { "'havenctl \($0)'" }.joined(separator: ", or ")
      return "\(overrun.step) runs \(durationText(overrun.seconds)) into \(overrun.next): \(offers)"
    }
  }
}

extension Lateness.Overrun {
  /// Commands that would put it right, as they are typed behind `havenctl`: what can be dropped, from the end, or the
  /// new time of what there is no time for.
  public var offers: [String] {
    var offers = relief.dropped.reversed().map { "skip \($0)" }
    if let asked = relief.asked {
      offers.append("delay \(asked.step) \(minutesText(asked.seconds))")
    } else if hasBegun, relief.dropped.count + relief.moved.count > 1 {
      offers = ["late \(minutesText(seconds)) --child \(child)"]
    } else if let first = relief.moved.first ?? relief.stuck.first {
      offers.append("delay \(first.step) \(minutesText(first.seconds))")
    }
    return offers
  }
}

/// As a duration is typed, rounded up: `12m`.
private func minutesText(_ seconds: Int) -> String { "\((seconds + 59) / 60)m" }
