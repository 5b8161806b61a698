import Logging
import Testing

@testable import HavenDesktop

@Suite(.onLoop)
struct SystemLogTests {
  private func record(_ message: String, _ metadata: Logger.Metadata = [:]) -> LogRecord {
    let event = LogEvent(
      level: .warning, message: "\(message)", metadata: nil, source: nil, file: "Daemon.swift", function: "start()",
      line: 7)
    return LogRecord(event, label: "havend", metadata: metadata)
  }

  @Test("a journal record has its message, its priority and its place, and no text begins another field")
  func fields() {
    let fields = record("one\u{1B}[2J\nPRIORITY=0", ["cue": "a/b\nMESSAGE=x", "Key-1": "v"]).journalFields
    #expect(
      fields.map { String(decoding: $0, as: UTF8.self) } == [
        "MESSAGE=one\nPRIORITY=0", "PRIORITY=4", "SYSLOG_IDENTIFIER=havend", "CODE_FILE=Daemon.swift", "CODE_LINE=7",
        "CODE_FUNC=start()", "HAVEN_KEY_1=v", "HAVEN_CUE=a/b\nMESSAGE=x",
      ])
  }

  @Test("a line on stderr is one line, whatever the message is")
  func line() {
    #expect(record("one\ntwo \u{1B}[2J", ["count": "2"]).plainLine == "havend: warning: one two  count=2\n")
  }

  @Test("without the journal the log is plain lines on stderr; what is off is not even made")
  @LoopActor func onStandardError() async throws {
    let probe = try Program(
      ["sh", "-c", "exec \"$0\" log 2>&1", "\(Folder.products)/loop-probe"], environment: ["JOURNAL_STREAM": "1:2"])
    #expect(
      try await probe.output() == [
        "havend: begins cue=2026-03-10/shoes/otter/2",
        "havend: warning: one two  count=2 cue=2026-03-10/shoes/otter/2",
      ])
  }
}
