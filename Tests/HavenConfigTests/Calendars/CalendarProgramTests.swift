import Glibc
import Testing

@testable import HavenConfig

/// The helper is another program, so it can be missing, slow, wrong or killed: each is one error at the calendar's line.
struct CalendarProgramTests {
  private func told(_ script: String?, ics: String = "BEGIN:VCALENDAR\nEND:VCALENDAR\n") throws -> [String] {
    let folder = try TemporaryFolder("[[calendar]]\nid = \"c\"\nics = \"x.ics\"\n", ["x.ics": ics])
    let helper = folder.path + "/helper"
    if let script {
      try folder.write("#!/bin/sh\n\(script)\n", to: "helper")
      chmod(helper, 0o700)
    }
    let loader = ConfigurationLoader(directory: folder.path, systemZone: { .utc }, icsHelper: helper)
    guard
      case .failure(.invalid(let diagnostics)) = Result(catching: { () throws(ConfigurationError) in try loader.load() }
      )
    else {
      return []
    }
    return diagnostics.map { $0.description.replacing("\(folder.path)/", with: "") }
  }

  @Test("a helper that is not installed is told, with where it was looked for")
  func missing() throws {
    #expect(
      try told(nil) == [
        "haven.toml:3:7: error: the calendar file 'x.ics' cannot be read: the program haven-ics is not installed; it was looked for as 'helper'"
      ])
  }

  @Test("a helper that ends badly, is killed or says something else is told")
  func broken() throws {
    let start = "haven.toml:3:7: error: the calendar file 'x.ics' cannot be read: "
    #expect(try told("exit 3") == [start + "haven-ics: it ended with status 3"])
    #expect(try told("kill -9 $$") == [start + "haven-ics: it was ended by signal 9"])
    #expect(try told("echo hello") == [start + "haven-ics did not finish"])
  }

  @Test("the helper gets the file's name and nothing else: no environment, no input, no descriptor of ours")
  func bare() throws {
    #expect(
      try told(
        "env | grep -v -e ^PWD= -e ^SHLVL= -e ^_= && exit 3; test $# = 1 || exit 4; cat | grep . && exit 5; test -e /proc/$$/fd/11 && exit 6; echo haven-ics 1; echo done"
      )
      .count == 1)
  }

  @Test("a slow helper is ended")
  func slow() throws {
    let folder = try TemporaryFolder("", ["helper": "#!/bin/sh\nexec sleep 60\n"])
    chmod(folder.path + "/helper", 0o700)
    let answers = CalendarProgram(path: folder.path + "/helper").read(["x"], seconds: 0)
    guard case .failure(.tooSlow) = answers["x"] else {
      Issue.record("it was not ended")
      return
    }
  }

  @Test("a calendar file that is not there is told without starting anything")
  func absent() throws {
    let folder = try TemporaryFolder(
      "[[calendar]]\nid = \"c\"\nics = \"none.ics\"\n[[calendar]]\nid = \"d\"\nics = \".\"\n")
    let told = try findings(in: folder)
    #expect(told.count == 2)
    #expect(
      told[0].hasPrefix(
        "3:7: error: the calendar file 'none.ics' cannot be read: no such file or directory; it is looked for in '"))
    #expect(told[1] == "6:7: warning: the calendar folder '.' has no events")
  }

  @Test(
    "no file is too strange for it",
    arguments: [
      "", "\0\0\0", "BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:X\n", count: 100_000),
      "BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:VEVENT\n", count: 20_000),
      String(repeating: "x", count: 1_000_000),
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nRRULE:"
        + String(repeating: "FREQ=DAILY;", count: 5000) + "\nEND:VEVENT\nEND:VCALENDAR",
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:99991231T235959Z\nDURATION:P99999999999D\nEND:VEVENT\nEND:VCALENDAR",
      "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:A\nBEGIN:STANDARD\nDTSTART:19700101T000000\nRRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=A:20260101T000000\nEND:VEVENT\nEND:VCALENDAR",
    ])
  func hostile(ics: String) throws {
    let folder = try TemporaryFolder("[[calendar]]\nid = \"c\"\nics = \"x.ics\"\n", ["x.ics": ics])
    for line in try findings(in: folder) { #expect(line.contains("warning") || line.contains("error"), "\(line)") }
  }

  @Test("an event on a date that does not exist is a warning of its own, and the calendar is read all the same")
  func impossibleDates() throws {
    for start in ["20260231T190000", "20230062T190000", "20260310T250000", "20260310T196100"] {
      let folder = try TemporaryFolder(
        "[[calendar]]\nid = \"c\"\nics = \"x.ics\"\n",
        [
          "x.ics":
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:\(start)\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nDTSTART:20260310T190000\nEND:VEVENT\nEND:VCALENDAR\n"
        ])
      let told = try findings(in: folder)
      #expect(!told.contains { $0.contains("error") }, "\(start): \(told)")
      #expect(told.count { $0.contains("DTSTART") } == 1, "\(start): \(told)")
    }
  }
}
