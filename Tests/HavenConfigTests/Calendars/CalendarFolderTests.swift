import Glibc
import HavenCore
import Testing

@testable import HavenConfig

/// A folder of .ics files, one event each, as vdirsyncer keeps a calendar.
struct CalendarFolderTests {
  private func event(_ uid: String, _ date: String, summary: String = "x") -> String {
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:\(uid)\r\nSUMMARY:\(summary)\r\nDTSTART;VALUE=DATE:\(date)\r\n"
      + "END:VEVENT\r\nEND:VCALENDAR\r\n"
  }

  private func config(_ more: String = "") -> String { "[[calendar]]\nid = \"c\"\nics = \"school/\"\n\(more)" }

  private func dates(_ configuration: Configuration) throws -> [String] {
    let calendar = try #require(configuration.household.calendars.first)
    let first = CivilDate("2026-03-01")!  // a date
    return (0..<92).map { first + $0 }.filter(calendar.contains).map { String($0.description.dropFirst(5)) }
  }

  @Test("every .ics file in it counts, and nothing else that lies there")
  func files() throws {
    let folder = try TemporaryFolder(
      config(),
      [
        "school/a.ics": event("a", "20260406"), "school/b.ics": event("b", "20260501"), "school/color": "#ff0000",
        "school/displayname": "School", "school/.c.ics": event("c", "20260502"),
        "school/d.ics.tmp": event("d", "20260503"),
      ])
    let configuration = try ConfigurationLoader(directory: folder.path).load()
    #expect(try dates(configuration) == ["04-06", "05-01"])
    #expect(configuration.warnings == [])
    #expect(configuration.calendarFolders == [folder.path + "/school"])
  }

  @Test("a bad file in it is told by its name and line, and the others hold")
  func bad() throws {
    let folder = try TemporaryFolder(
      config(),
      [
        "school/a.ics": "<html>", "school/b.ics": event("b", "20260501"), "school/c.ics": event("c", "garbage"),
        "school/d.ics": event("d", "20260502"), "school/e.ics": "",
      ])
    let configuration = try ConfigurationLoader(directory: folder.path).load()
    #expect(try dates(configuration) == ["05-01", "05-02"])
    let told = configuration.warnings.map { $0.description.replacing("\(folder.path)/", with: "") }
    #expect(told.count == 4)
    #expect(told[0].hasPrefix("school/a.ics:1: warning: it cannot be read, and is left out: it is no iCalendar file"))
    #expect(told[1].hasPrefix("school/c.ics:3: warning: in VEVENT: Can't parse"))
    #expect(told[2] == "school/c.ics:3: warning: in VEVENT: it has no DTSTART that can be read")
    #expect(told[3].hasPrefix("school/e.ics:1: warning: it cannot be read"))
  }

  @Test("a file that ends its reader takes no other with it")
  func crash() throws {
    // The helper reads one file after another, and dies at the second.
    let script =
      "#!/bin/sh\nfor f; do case $f in *b.ics) kill -9 $$;; esac; echo haven-ics 1; echo event line=1 start=20260406; "
      + "echo done events=1; done\n"
    let folder = try TemporaryFolder(
      config(), ["helper": script, "school/a.ics": "a", "school/b.ics": "b", "school/c.ics": "c", "school/d.ics": "d"])
    chmod(folder.path + "/helper", 0o700)
    let configuration = try ConfigurationLoader(directory: folder.path, icsHelper: folder.path + "/helper").load()
    guard case .events(let events) = configuration.household.calendars.first?.dates else {
      Issue.record("no events")
      return
    }
    #expect(events.count == 3)
    #expect(configuration.warnings.count == 1)
    #expect(
      configuration.warnings.first.map { "\($0)" }?.hasSuffix(
        "school/b.ics:1: warning: it cannot be read, and is left out: haven-ics: it was ended by signal 9") == true)
  }

  @Test("a folder that is not there yet is an empty calendar, and told; so is a folder of calendars")
  func missing() throws {
    let folder = try TemporaryFolder(config())
    #expect(
      try findings(in: folder).first?.hasPrefix(
        "3:7: warning: the calendar folder 'school/' is not there yet, so the calendar has no events") == true)
    let outer = try TemporaryFolder(config(), ["school/terms/a.ics": event("a", "20260406")])
    #expect(
      try findings(in: outer) == [
        "3:7: warning: the calendar folder 'school/' has no .ics files of its own; name the folder of one calendar, such as 'school/terms'"
      ])
  }

  @Test("'only' takes the events whose name or category has one of the words, however it is cased")
  func only() throws {
    let files = [
      "school/a.ics": event("a", "20260406", summary: "INSET day\\, school closed"),
      "school/b.ics": event("b", "20260407", summary: "Year 6 gala"),
      "school/c.ics": event("c", "20260408", summary: "Half Term"),
      "school/d.ics": event("d", "20260409", summary: "Closed\r\nCATEGORIES:Fun,Holidays"),
    ]
    let folder = try TemporaryFolder(config("only = [\"inset\", \"half term\", \"holiday\"]\n"), files)
    #expect(try dates(ConfigurationLoader(directory: folder.path).load()) == ["04-06", "04-08", "04-09"])
    let none = try TemporaryFolder(config("only = [\"bank holiday\"]\n"), files)
    #expect(try findings(in: none) == ["3:7: warning: no event in 'school/' is one of those that 'only' names"])
    let dates = try TemporaryFolder("[[calendar]]\nid = \"c\"\ndates = [\"2026-03-10\"]\nonly = [\"x\"]\n")
    #expect(try findings(in: dates).first?.hasPrefix("4:8: error: 'only' chooses among the events") == true)
  }

  @Test("files that each take too long are given up after the third, and the rest with them")
  func slow() {
    var run = CalendarRun((1...10).map { "\($0).ics" })
    for _ in 0..<3 { run.ended(.tooSlow) }
    #expect(run.next == [])
    #expect(run.answers.count == 10)
  }

  @Test("what a process said before it ended is kept, and the next one goes on behind the file that ended it")
  func goesOn() {
    var run = CalendarRun(["a", "b", "c"])
    let report = "haven-ics 1\nevent line=1 start=20260406\ndone events=1 faults=0 calendars=1\n"
    _ = run.took(Array((report + "haven-ics 1\nevent line=1").utf8))
    run.ended(.killed(signal: 11))
    #expect(run.next == ["c"])
    guard case .success(let read) = run.answers["a"], case .failure(.failed(let why)) = run.answers["b"] else {
      Issue.record("\(run.answers)")
      return
    }
    #expect(read.events.count == 1)
    #expect(why == "it was ended by signal 11")
  }
}
