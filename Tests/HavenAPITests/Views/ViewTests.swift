import HavenCore
import Testing

@testable import HavenAPI

@Suite("What answers look like")
struct ViewTests {
  @Test("a day is the contract's object")
  func day() throws {
    var day = Samples.day
    day.steps[0].movedBy = nil
    day.steps[0].until = nil
    day.cues[0].to = nil
    (day.changes, day.conflicts, day.late) = (nil, nil, nil)
    #expect(
      try JSON.text(day)
        == #"{"version":1,"kind":"day","date":"2026-03-10","day":"school-day","mode":"ordinary","zone":"Europe/Home","steps":[{"at":"2026-03-10T17:25:00+01:00","until":null,"step":"tablet-ends","name":"tablet ends","children":["otter"],"carer":"ros","tags":["structure","core"],"anchor":"end","transitions":[{"child":"otter","size":"hard"}],"away":false}],"cues":[{"at":"2026-03-10T17:05:00+01:00","id":"2026-03-10/tablet-ends/otter/P20","step":"tablet-ends","child":"otter","rung":"P20","seconds_left":1200,"to":null,"leave_card":false}]}"#
    )
  }

  @Test("a simulated line is the contract's object")
  func line() throws {
    let line = SimulatedLine(Samples.line, title: "Title", body: "", zone: Samples.zone)
    #expect(
      try JSON.text(line)
        == #"{"version":1,"kind":"cue","at":"2026-03-10T17:05:00+01:00","to":"ros","level":"public","urgency":"normal","title":"Title","body":"","items":[{"id":"2026-03-10/tablet-ends/otter/P20","step":"tablet-ends","child":"otter","rung":"P20","seconds_left":1200}]}"#
    )
  }

  @Test("a moved line says to when; a fuel line for whom; a promise how long before")
  func subjects() throws {
    func json(_ kind: Line.Kind, _ subject: Line.Subject) throws -> String {
      let line = Line(kind: kind, at: Samples.at("17:12").instant, to: "ros", level: .generic, subject: subject)
      return try JSON.text(SimulatedLine(line, title: "T", body: "B", zone: Samples.zone))
    }
    let at = Samples.at("17:35").instant
    #expect(try json(.moved, .movedTo(at)).contains(#""moved_to":"2026-03-10T17:35:00+01:00""#))
    #expect(
      try json(.fuel, .fuel(children: ["otter", "wren"], movementToo: false)).contains(#""children":["otter","wren"]"#))
    #expect(try json(.nudge, .nudge(goal: "walk", dose: .full)).contains(#""goal":"walk","dose":"full""#))
    #expect(
      try json(.promise, .promise(id: "kite", dueAt: at, lead: 1800)).contains(
        #""promise":"kite","lead":1800,"starts_at""#))
    #expect(try json(.catchUp, .none).contains(#""kind":"catch_up""#))
  }

  @Test("every view comes back as it was")
  func roundTrip() throws {
    func check<View: Codable & Equatable>(_ view: View) throws {
      #expect(try JSON.decode(View.self, from: try JSON.encode(view)) == view)
    }
    try check(Samples.now)
    try check(Samples.next)
    try check(Samples.day)
    try check(Samples.tomorrow)
    try check(Samples.why)
    try check(Samples.status)
    try check(EventsView(events: Samples.events))
    try check(MonitorView(sequence: 1, state: Samples.now))
    try check(Samples.act)
    try check(Samples.reload)
  }

  @Test("what is read field by field forgets no field")
  func everyField() throws {
    var now = Samples.now
    now.latestCue = NowView.LatestCue(at: Samples.at("17:10"), id: Samples.cue, name: "tablet ends")
    now.headsUp = try JSON.decode([HeadsUpView].self, from: #"[{"child":"otter","starts_at":"\#(now.at)"}]"#.utf8)
    now.children[0].next = NowView.ChildNext(at: now.at, step: "bath", name: "bath", secondsLeft: 600)
    func check<View: Codable & Equatable>(_ view: View, _ parts: Any...) throws {
      #expect(try JSON.decode(View.self, from: try JSON.encode(view)) == view)
      for part in [view] + parts {
        // One that is nil in the sample would be missed by nobody.
        let unset = Mirror(reflecting: part).children.filter { "\($0.value)".hasSuffix("nil") || "\($0.value)" == "[]" }
        #expect(unset.map(\.label) == [], "\(type(of: part))")
      }
    }
    try check(
      now, now.children[0], now.children[0].next as Any, now.nextStep as Any, now.nextCue as Any, now.latestCue as Any,
      now.window as Any, now.small as Any, now.silence as Any, now.modes[0])
    try check(Samples.next, Samples.next.items[0])
    try check(Samples.status, Samples.status.config, Samples.status.notifier)
  }

  @Test("an answer of a newer Haven, with fields that are not known, is read")
  func newer() throws {
    let text = #"{"version":1,"kind":"version","program":"9.0","news":{"x":[1]}}"#
    #expect(try JSON.decode(VersionView.self, from: text.utf8).program == "9.0")
  }
}
