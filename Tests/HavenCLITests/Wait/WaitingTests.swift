import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("Waiting for something")
struct WaitingTests {
  private func shown(
    _ id: String = "2026-03-10/tablet-ends/otter/5", to carer: CarerID = "ros", _ state: LedgerEntry.State = .shown
  ) -> EventView {
    let at = House.at("17:20").instant
    return .state(LedgerEntry(id: id, kind: .cue, state: state, dueAt: at, at: at, to: carer), sequence: 9, zone: .utc)
  }

  @Test("next-cue: a cue is shown to this carer, and nothing else will do")
  func nextCue() {
    let waiting = Waiting(.nextCue, from: House.now)
    #expect(waiting.hear(shown(to: "imani")) == nil)
    #expect(waiting.hear(shown("2026-03-10/digest/ros")) == nil)
    for state in LedgerEntry.State.allCases where state != .shown {
      #expect(waiting.hear(shown("2026-03-10/tablet-ends/otter/5", to: "ros", state)) == nil)
    }
    let over = waiting.hear(shown())
    #expect(over?.id == CueID("2026-03-10/tablet-ends/otter/5"))
    #expect(over?.name == "tablet ends, help lay the table")
    #expect(waiting.wakesAt == nil)
  }

  @Test("next-cue: what the record tells late counts, unless it was shown before the wait began")
  func late() {
    let waiting = Waiting(.nextCue, from: House.now, former: [shown("2026-03-10/tablet-ends/otter/P20")])
    #expect(waiting.hear(shown("2026-03-10/tablet-ends/otter/P20"), isLate: true) == nil)
    #expect(waiting.hear(shown(), isLate: true) != nil)
  }

  @Test("next-step: at its instant, even where the news of that minute comes first; a delay moves it")
  func nextStep() {
    var waiting = Waiting(.nextStep, from: House.now)
    #expect(waiting.wakesAt == House.at("17:25").instant)
    #expect(waiting.look(at: House.at("17:24").instant) == nil)
    #expect(waiting.look(at: House.at("17:25").instant)?.step == "tablet-ends")
    var later = House.now
    later.nextStep?.at = House.at("17:35")
    #expect(waiting.see(later) == nil)
    #expect(waiting.look(at: House.at("17:25").instant) == nil)
    var after = House.now
    after.at = House.at("17:35")
    after.nextStep?.at = House.at("18:00")
    #expect(waiting.see(after)?.at == House.at("17:35"))
  }

  @Test("next-step: with none in sight it looks again at midnight")
  func noStep() {
    var view = House.now
    view.nextStep = nil
    #expect(Waiting(.nextStep, from: view).wakesAt == Stamp("2026-03-11T00:00:00Z")?.instant)
  }

  @Test("mode: when somebody's day is another than it was at the beginning")
  func mode() {
    var waiting = Waiting(.mode, from: House.now)
    #expect(waiting.see(House.now) == nil)
    var soft = House.now
    soft.modes = [.init(child: "otter", mode: .lowDemand, until: House.at("23:59"))]
    #expect(waiting.see(soft)?.modes == soft.modes)
    var ended = Waiting(.mode, from: soft)
    #expect(ended.wakesAt == House.at("23:59").instant)
    #expect(ended.see(House.now)?.mode == .ordinary)
  }

  @Test("quiet-end: at once where nothing is quiet, else when nothing is any more")
  func quietEnd() {
    var view = House.now
    view.silence = nil
    var waiting = Waiting(.quietEnd, from: view)
    #expect(waiting.see(view) != nil)
    view.silence = .init(reason: "hush", until: House.at("17:40"))
    waiting = Waiting(.quietEnd, from: view)
    #expect(waiting.wakesAt == House.at("17:40").instant)
    #expect(waiting.see(view) == nil)
    view.silence = nil
    #expect(waiting.see(view) != nil)
  }
}
