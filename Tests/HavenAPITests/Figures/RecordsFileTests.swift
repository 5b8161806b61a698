import HavenCore
import Testing

@testable import HavenAPI

@Suite("A file of records")
struct RecordsFileTests {
  private func file(_ records: String) throws(JSONFault) -> RecordsFile {
    try RecordsFile(parsing: (#"{"today":"2026-03-15","week":"2026-03-09","records":["# + records + "]}").utf8)
  }

  @Test("every kind of record is read, and keys that nobody knows are passed over")
  func kinds() throws {
    let records = try file(
      """
      {"type":"lane","lane":"solo:ros","hours":12,"colour":"blue"},
      {"type":"respite","lane":"solo:ros","date":"2026-03-14","hours":1.5,"state":"shortened","counts":false},
      {"type":"forgive","lane":"couple","date":"2026-03-08"},
      {"type":"allowance","nights":14,"per":"year"},
      {"type":"night-away","date":"2026-03-01","state":"booked"},
      {"type":"occurrence","date":"2026-03-09","at":"08:20","step":"shoes","child":"otter","hard":2,"settle":null,
       "mode":"low-demand","place":"away"},
      {"type":"balance","date":"2026-03-09","answer":"even"},
      {"type":"promise","id":"swim","state":"moved-in-time"}
      """
    ).records
    #expect(records.lanes == [.init(lane: .solo("ros"), hours: Hours(minutes: 720))])
    #expect(records.respite.map(\.counts) == [false])
    #expect(records.forgiven.map(\.lane) == [.couple])
    #expect(records.allowance == .init(nights: 14, per: .year))
    #expect(records.nightsAway.map(\.state) == [.booked])
    #expect(records.occurrences.map(\.mode) == [.lowDemand])
    #expect(records.occurrences.map(\.isAway) == [true])
    #expect(records.balance.map(\.answer) == [.even])
    #expect(records.promises.map(\.state) == [.movedInTime])
  }

  @Test("without a week it is today's; without mode and place, an ordinary day at home")
  func defaults() throws {
    let text =
      #"{"today":"2026-03-15","records":[{"type":"occurrence","date":"2026-03-15","at":"08:20","step":"a","child":"b","hard":0}]}"#
    let file = try RecordsFile(parsing: text.utf8)
    #expect(file.figures.week.of == 1)
  }

  @Test(
    "what is wrong is told with its place",
    arguments: [
      (#"{"type":"lane","lane":"solo:ros","hours":"12"}"#, "records.0.hours: wrong type"),
      (#"{"type":"lane","lane":"grandma","hours":12}"#, "records.0.lane: 'grandma' is not a lane"),
      (#"{"type":"lane","lane":"couple","hours":-1}"#, "records.0.hours: '-1.0' is not a number of hours"),
      (#"{"type":"forgive","lane":"couple","date":"2026-02-30"}"#, "records.0.date: '2026-02-30' is not a date"),
      (#"{"type":"forgive","lane":"couple"}"#, "records.0.date: missing"),
      (
        #"{"type":"balance","date":"2026-03-09","answer":"odd"}"#,
        "records.0.answer: 'odd' is none of structure, even, nurture"
      ),
      (
        #"{"type":"occurrence","date":"2026-03-09","at":"8:20","step":"a","child":"b","hard":0}"#,
        "records.0.at: '8:20' is not a time"
      ),
      (
        #"{"type":"occurrence","date":"2026-03-09","at":"08:20","step":"a","child":"b","hard":4}"#,
        "records.0.hard: '4' is not from 0 to 3"
      ),
    ])
  func faults(record: String, text: String) {
    let fault = #expect(throws: JSONFault.self) { try self.file(record) }
    #expect(fault.map { "\($0.field): \($0.text)" } == text)
  }

  @Test("what is no JSON is told with its line")
  func lines() {
    #expect(throws: JSONFault("line 2: a key is missing")) {
      try RecordsFile(parsing: "{\"today\":\n\"2026-03-15\",,}".utf8)
    }
  }
}
