import HavenCore
import Testing

@testable import HavenStore

@Suite("What was lived, in the ledger")
struct LivedTests {
  private func lived(_ day: Int, _ step: StepID = "bath", mode: Mode = .ordinary, isAway: Bool = false) -> Occurrence {
    Occurrence(
      date: tuesday + day, at: TimeOfDay("18:40")!, step: step, child: "otter", mode: mode, isAway: isAway,
      size: .hard, ladder: "P20 · 0")  // a time
  }

  @Test("a date's changes are read as they were written, in order of time")
  func roundTrip() throws {
    let ledger = SQLiteLedger.inMemory()
    let all = [lived(0), lived(0, "tea", mode: .sick, isAway: true), lived(1)]
    try ledger.commit([.lived(tuesday, Array(all.prefix(2))), .lived(tuesday + 1, [all[2]])], at: teatime)
    #expect(try ledger.occurrences(from: tuesday, through: tuesday + 1) == all)
    #expect(try ledger.occurrences(from: tuesday + 1, through: tuesday + 9) == [all[2]])
    #expect(try ledger.firstOccurrence() == tuesday)
  }

  @Test("changes come in order of time, those of one time by step and child, whatever they are called")
  func order() throws {
    let ledger = SQLiteLedger.inMemory()
    let day = [("07:30", "wash"), ("08:20", "bags"), ("08:20", "shoes"), ("17:00", "apple"), ("19:45", "bed")]
    for date in [tuesday, tuesday + 1] {
      let changes = day.map { at, step in
        Occurrence(date: date, at: TimeOfDay(at)!, step: step, child: "otter")  // times
      }
      try ledger.commit([.lived(date, changes.reversed())], at: teatime)
    }
    let read = try ledger.occurrences(from: tuesday, through: tuesday + 1)
    #expect(
      read.map { "\($0.date) \($0.at) \($0.step)" }
        == (0...1).flatMap { number in
          day.map { "\(tuesday + number) \($0.0) \($0.1)" }
        })
  }

  @Test("a date that is written again is written instead")
  func again() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit([.lived(tuesday, [lived(0), lived(0, "tea")])], at: teatime)
    try ledger.commit([.lived(tuesday, [lived(0, "tea")])], at: teatime)
    #expect(try ledger.occurrences(from: tuesday, through: tuesday) == [lived(0, "tea")])
  }

  @Test("acts are found by kind, and one that was taken back is not")
  func kinds() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit(
      [
        .act(act(1, .noticed())), .act(act(2, .balance(.even))), .act(act(3, .noticed())),
        .act(act(4, .respiteForgive(lane: .couple))), .undo(act: 3, at: teatime),
      ], at: teatime)
    let found = try ledger.acts(ofKinds: ["noticed", "respiteForgive"], from: teatime, to: teatime + 1)
    #expect(found.map(\.id) == [1, 4])
    #expect(try ledger.acts(ofKinds: ["noticed"], from: teatime + 1, to: teatime + 2).isEmpty)
  }

  @Test("what waits for a full disk is read as well")
  func waiting() throws {
    let disk = SQLiteLedger.inMemory()
    let ledger = try BufferedLedger(now: teatime) { (_, _) throws(StoreError) in disk }
    try ledger.commit([.lived(tuesday, [lived(0)])], at: teatime)
    try disk.fillDisk()
    try ledger.commit(
      [.lived(tuesday + 1, [lived(1)]), .act(act(1, .noticed())), .entry(entry("large", subject: large))], at: teatime)
    #expect(ledger.pendingCount == 3)
    #expect(try ledger.occurrences(from: tuesday, through: tuesday + 1).count == 2)
    #expect(try ledger.acts(ofKinds: ["noticed"], from: teatime, to: teatime + 1).count == 1)
  }

  @Test("a week whose details are forgotten is there as counts, and what was no change beside them")
  func counted() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.connection.execute(
      """
      INSERT INTO week VALUES
        ('2026-03-02', 'otter', 'bath', 7, 2, 21, 1),
        ('2026-03-02', '', '', 1, 1, NULL, 0), ('2026-03-09', 'otter', 'bath', 5, 0, NULL, 0);
      INSERT INTO week_apart VALUES ('2026-03-02', 'otter', 65, 9, 2);
      UPDATE meta SET counted_to = '2026-03-16';
      """)
    let monday = tuesday - 8
    let week = try #require(try ledger.countedWeeks(from: monday, through: monday + 6).first)
    #expect(
      week.changes == [
        LivedWeek(monday: monday, step: "bath", child: "otter", times: 7, hard: 2, settle: Half(halves: 21))
      ])
    #expect(week.softDates == [monday, monday + 6])
    #expect([week.softChanges, week.awayChanges, week.momentsOutside] == [9, 2, 1])
    #expect(try ledger.countedWeeks(from: monday, through: monday + 20).map(\.monday) == [monday, monday + 7])
  }
}
