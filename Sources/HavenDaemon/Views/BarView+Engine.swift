import HavenAPI
import HavenCore

extension BarView {
  /// What a bar may show for a carer at an instant.
  init(_ engine: inout Engine, carer: CarerID, now: Instant, wording: Wording) {
    let zone = engine.zone
    let today = zone.date(at: now)
    let level = engine.level(at: now)
    let silence = engine.silence(of: carer, at: now)
    let step = [today, today + 1].compactMap { engine.plan(for: $0).steps.first { $0.at > now } }.first
    let windows = engine.household.settings.genericWhen + (engine.household.carer(carer)?.quiet ?? [])
    let changes =
      [step?.at, silence?.until].compactMap { $0 } + windows.compactMap { $0.nextBoundary(after: now, in: zone) }
      + engine.household.children.compactMap { engine.modeSpan(of: $0.id, at: now)?.end }
      + [zone.startOfDay(today + 1)]
    self.init(
      at: Stamp(now, in: zone), carer: carer, level: level,
      changesAt: Stamp(changes.filter { $0 > now }.min() ?? now + 3600, in: zone))
    self.silence = silence?.reason
    soft = engine.household.children.contains { engine.modeSpan(of: $0.id, at: now) != nil }
    held = engine.heldCues().count
    screen = engine.screenHold?.reason.rawValue
    guard let step, silence?.reason != LedgerEntry.Reason.unsafe.rawValue else { return }
    var next = Next(at: Stamp(step.at, in: zone))
    defer { self.next = next }
    next.minutes = step.children.allSatisfy { child in
      engine.modeSpan(of: child, at: step.at) == nil
        && (engine.household.child(child)?.workingAge ?? .max) >= BarView.readyForMinutes
    }
    guard level != .generic else { return }
    next.name = wording.label(of: step.step, for: step.children, allowsDigits: next.minutes)
    next.children = step.children
  }

  /// Below this working age minutes are not grasped: no digits, on no kind of screen.
  private static let readyForMinutes = 6
}
