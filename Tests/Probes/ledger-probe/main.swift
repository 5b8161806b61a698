// A second process with a ledger, for tests that need one: to hold it, to be killed while it writes, to be another user
// or to have a disk that fails. Speaks in lines; `CrashDuringCommitTests` and `StateLockTests` listen.
import Glibc
import HavenCore
import HavenStore

/// Straight to the pipe: a line that was said is not lost with the process.
func say(_ line: String) {
  var bytes = Array((line + "\n").utf8)
  _ = write(STDOUT_FILENO, &bytes, bytes.count)
}

let arguments = CommandLine.arguments.dropFirst()
guard let command = arguments.first, let directory = arguments.dropFirst().first else {
  say("usage: ledger-probe open|hold|commit|buffer|remember DIRECTORY [COUNT]")
  exit(64)
}
let count = arguments.dropFirst(2).first.flatMap { Int($0) } ?? .max
let start = Instant(seconds: 1_773_162_300)  // 2026-03-10T17:05Z

/// Three changes that belong together, so that half a transaction can be told from a whole one.
func changes(_ number: Int) -> [LedgerChange] {
  let at = start + number
  let id = "2026-03-10/step-\(number)/otter/5"
  return [
    .entry(LedgerEntry(id: id, kind: .cue, state: .claimed, dueAt: at, at: at, to: "ros")),
    .entry(LedgerEntry(id: id, kind: .cue, state: .shown, dueAt: at, at: at, to: "ros")),
    .act(
      Act(id: number, at: at, date: CivilDate(dayNumber: 20_522), by: "ros", command: .done(step: "step-\(number)"))),
  ]
}

do throws(StoreError) {
  switch command {
  case "open":
    let ledger = try SQLiteLedger(directory: directory, now: start)
    say("open \(ledger.recoveredFrom ?? "-") \(try ledger.history(now: start).entries.count)")
  case "hold":
    let ledger = try SQLiteLedger(directory: directory, now: start)
    say("held")
    while readLine() != nil {}
    withExtendedLifetime(ledger) {}
  case "commit":
    let ledger = try SQLiteLedger(directory: directory, now: start)
    let last = try ledger.history(now: start).lastActID
    for number in stride(from: last + 1, through: count, by: 1) {
      try ledger.commit(changes(number), at: start + number)
      say("\(number)")
    }
  case "buffer":
    let ledger = try BufferedLedger(directory: directory, now: start)
    for number in stride(from: 1, through: count, by: 1) {
      try ledger.commit(changes(number), at: start + number)
      say("\(number) pending \(ledger.pendingCount) \(ledger.trouble?.code ?? "-")")
    }
    let isWritten = ledger.retry(now: start + count)
    say("end pending \(ledger.pendingCount) written \(isWritten)")
  case "remember":
    let ledger = try BufferedLedger(directory: directory, now: start)
    try ledger.commit(changes(1000), at: start + 1000)
    let history = try ledger.history(now: start)
    let acts = history.acts.map { String($0.id) }.joined(separator: ",")
    say("\(ledger.trouble?.code ?? "-") entries \(history.entries.count) acts \(acts) pending \(ledger.pendingCount)")
  default:
    say("unknown command '\(command)'")
    exit(64)
  }
} catch {
  say("error \(error.code): \(error.message)")
  exit(1)
}
