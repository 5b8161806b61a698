import HavenAPI
import Testing

@testable import HavenCLI

@Suite("review --records: figures from a file, with no daemon")
struct ReviewRecordsTests {
  private static let records = """
    {"today": "2026-03-15", "week": "2026-03-09", "records": [
      {"type": "lane", "lane": "solo:ros", "hours": 12},
      {"type": "respite", "lane": "solo:ros", "date": "2026-03-14", "hours": 7.5, "state": "happened"},
      {"type": "occurrence", "date": "2026-03-09", "at": "17:25", "step": "tablet-ends", "child": "otter", "hard": 2, "settle": 10},
      {"type": "occurrence", "date": "2026-03-10", "at": "17:25", "step": "tablet-ends", "child": "otter", "hard": 0},
      {"type": "occurrence", "date": "2026-03-11", "at": "17:25", "step": "tablet-ends", "child": "otter", "hard": 0},
      {"type": "occurrence", "date": "2026-03-12", "at": "17:25", "step": "tablet-ends", "child": "otter", "hard": 1, "settle": 5},
      {"type": "occurrence", "date": "2026-03-13", "at": "17:25", "step": "tablet-ends", "child": "otter", "hard": 0}]}
    """

  @Test("--json prints one object, version and kind first")
  func json() throws {
    let folder = try Folder()
    let file = try folder.write(Self.records, to: "records.json")
    let outcome = try havenctl("review --records \(file) --json", house: nil)
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix(#"{"version":1,"kind":"figures","today":"2026-03-15","respite":{"lanes":"#))
    #expect(
      outcome.output.contains(
        #"{"lane":"solo:ros","since":"2026-02-16","target":12.0,"actual":7.5,"beside":0.0,"owed":4.5,"percent":38}"#))
    #expect(outcome.output.contains(#""overnight":null"#))
    #expect(outcome.output.contains(#""bins":{"16-18":2}"#))
    let view = try JSON.decode(FiguresView.self, from: outcome.output.utf8)
    #expect(view.week.steps == [view.week.steps[0]])
    #expect(view.week.steps[0].settleMedian == 7.5)
  }

  @Test("words and small plots, legible in forty columns and without colour")
  func text() throws {
    let folder = try Folder()
    let file = try folder.write(Self.records, to: "records.json")
    let outcome = try havenctl("review --records \(file)", house: nil)
    #expect(
      outcome.output == """
        3 of 5 changes went smoothly
          ■■■■■■■■■■■■□□□□□□□□

        Hard moments, of the times it came
          tablet-ends, otter  2 of 5 times  40%  settled in 7.5 min

        Time of day
          16-18  ■■ 2

        Respite, four weeks
          ros  ■■■■■■■■□□□□  7.5 of 12 h
          still to come: ros 4.5 h
          next free evening: ros

        """)
  }

  @Test("a file that holds no records is 64, with the place and what to type")
  func faults() throws {
    let folder = try Folder()
    let file = try folder.write(#"{"today":"2026-03-15","records":[{"type":"lanes"}]}"#, to: "records.json")
    let outcome = try havenctl("review --records \(file)", house: nil)
    #expect(outcome.status == .usage)
    #expect(
      outcome.errors.hasPrefix("havenctl: '\(file)' holds no records: records.0.type: 'lanes' is none of lane, respite")
    )
    #expect(outcome.errors.contains("\nhint: "))
  }
}
