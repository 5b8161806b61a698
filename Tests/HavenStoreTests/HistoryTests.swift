import HavenCore
import Testing

@testable import HavenStore

struct HistoryTests {
  let ledger = SQLiteLedger.inMemory()
  private let now = teatime

  private func acts(_ commands: (daysAgo: Int, Command)...) throws -> [Int] {
    for (index, (daysAgo, command)) in commands.enumerated() {
      let at = now - daysAgo * day
      try ledger.commit([.act(act(index + 1, command, at: at))], at: at)
    }
    return try ledger.history(now: now).acts.map(\.id)
  }

  @Test("of each cue the latest row, where that was due in the last six weeks")
  func entries() throws {
    for (id, age) in [("old", 42 * day + 1), ("edge", 42 * day), ("new", 0), ("ahead", -day)] {
      try ledger.commit(
        [.entry(entry(id, .claimed, dueAt: now - age)), .entry(entry(id, .shown, dueAt: now - age))], at: now)
    }
    let history = try ledger.history(now: now)
    #expect(history.entries.map(\.id) == ["edge", "new", "ahead"])
    #expect(history.entries.allSatisfy { $0.state == .shown })
  }

  @Test("a cue that was put off into the last six weeks is there; its earlier row does not bring one back")
  func moved() throws {
    try ledger.commit([.entry(entry("a", .held, dueAt: now - 50 * day)), .entry(entry("a", dueAt: now))], at: now)
    try ledger.commit([.entry(entry("b", .held, dueAt: now)), .entry(entry("b", dueAt: now - 50 * day))], at: now)
    #expect(try ledger.history(now: now).entries.map(\.id) == ["a"])
  }

  @Test("of each goal the last eight nudges, however long ago")
  func nudges() throws {
    for goal in ["walk", "read"] {
      for number in 1...10 {
        let id = "\(number)/\(goal)"
        try ledger.commit(
          [.entry(entry(id, kind: .nudge, dueAt: now - (100 + number) * day, subject: goal))], at: now)
      }
    }
    try ledger.commit([.entry(entry("today", kind: .nudge, dueAt: now, subject: "walk"))], at: now)
    let history = try ledger.history(now: now)
    let walks = history.entries.filter { $0.subject == "walk" }.map(\.id)
    #expect(walks == ["7/walk", "6/walk", "5/walk", "4/walk", "3/walk", "2/walk", "1/walk", "today"])
    #expect(history.entries.filter { $0.subject == "read" }.count == 8)
  }

  @Test("a hundred days of acts")
  func recent() throws {
    #expect(try acts((101, .noticed()), (100, .noticed()), (0, .repair)) == [2, 3])
  }

  @Test("a mode set long ago still stands, for each child its own")
  func modes() throws {
    #expect(
      try acts(
        (300, .mode(.sick, child: "otter", age: nil, until: nil)),
        (290, .mode(.regression, child: "otter", age: 3, until: nil)),
        (280, .mode(.lowDemand, child: nil, age: nil, until: nil)),
        (270, .mode(.regression, child: "finch", age: nil, until: nil))) == [2, 3, 4])
  }

  @Test("the one before the last hundred days is told even where it was replaced since: that may be taken back yet")
  func replaced() throws {
    let sick = Command.mode(.sick, child: nil, age: nil, until: nil)
    #expect(try acts((300, sick), (200, sick), (0, .mode(.ordinary, child: nil, age: nil, until: nil))) == [2, 3])
  }

  @Test("what replaced a standing act was taken back: the one before it stands again")
  func undone() throws {
    try ledger.commit([.act(act(1, .unsafe(on: true), at: now - 200 * day))], at: now)
    try ledger.commit([.act(act(2, .unsafe(on: false), at: now - 60))], at: now)
    try ledger.commit([.undo(act: 2, at: now)], at: now)
    #expect(try ledger.history(now: now).acts.map(\.id) == [1])
  }

  @Test("what was decided about a goal is not hidden by its having been done since")
  func goals() throws {
    #expect(
      try acts(
        (300, .goal(id: "walk", .keep)), (290, .goal(id: "walk", .shrink)), (280, .goal(id: "walk", .done)),
        (270, .goal(id: "walk", .part)), (260, .goal(id: "read", .letGo))) == [2, 4, 5])
  }

  @Test("of each promise who made it, and the latest that was said of it since")
  func promises() throws {
    #expect(
      try acts(
        (300, .promiseAdd(id: "pool", dueAt: now)), (290, .promiseMoved(id: "pool", dueAt: now + day)),
        (280, .promiseAdd(id: "film", dueAt: now)), (270, .promiseMoved(id: "film", dueAt: now)),
        (260, .promiseKept(id: "film"))) == [1, 2, 3, 5])
  }

  @Test("bookings that have not ended, however long ago they were made; none that was cancelled")
  func bookings() throws {
    func moment(_ days: Int) -> CivilDateTime {
      CivilDateTime(date: tuesday + days, time: TimeOfDay(seconds: 9 * 3600))
    }
    #expect(
      try acts(
        (300, .respiteBook(lane: .couple, from: moment(10), to: moment(11))),
        (290, .respiteBook(lane: .overnight, from: moment(10), to: moment(11))),
        (280, .respiteBook(lane: .couple, from: moment(-10), to: moment(-9))),
        (270, .respiteBook(lane: .solo("ros"), from: moment(10), to: moment(11))),
        (260, .respiteCancel(lane: .solo("ros"), from: moment(10))),
        (250, .respiteForgive(lane: .couple)), (240, .respiteForgive(lane: .couple))) == [1, 2, 7])
  }

  @Test("a booking that ends today is still there, in whatever zone today is")
  func bookingZones() throws {
    let end = CivilDateTime(date: tuesday, time: TimeOfDay(seconds: 0))
    let at = now - 300 * day
    try ledger.commit([.act(act(1, .respiteBook(lane: .couple, from: end, to: end), at: at))], at: at)
    let midnight = Instant(seconds: tuesday.dayNumber * day)
    #expect(try ledger.history(now: midnight + 12 * 3600 - 1).acts.map(\.id) == [1])  // midnight in UTC-12
    #expect(try ledger.history(now: midnight + day).acts.isEmpty)
  }

  @Test("tag-outs stand for each carer; duty ends with its day")
  func carers() throws {
    let at = now - 300 * day
    try ledger.commit(
      [
        .act(act(1, .tagOut(seconds: nil), at: at)), .act(act(2, .tagOut(seconds: nil), at: at, by: "ines")),
        .act(act(3, .tagAnswer(.yes), at: at)), .act(act(4, .tagIn, at: at)), .act(act(5, .duty(carer: "ros"), at: at)),
        .act(act(6, .duty(carer: "ines"), at: at, by: "ines")),
      ], at: at)
    #expect(try ledger.history(now: now).acts.map(\.id) == [2, 3, 4])
  }
}
