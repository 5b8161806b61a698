// haven-ics FILE: reads one iCalendar file and says which dates its events cover, one line a component.
//
// A foreign file's parser does not belong in a daemon. This program reads its one file, gives up every right that
// it does not need, parses, writes plain lines and ends. What it writes is described in HavenICS/Report.swift.

import Glibc
import HavenICS

let limit = 8 << 20

func refuse(_ text: String, _ status: Int32) -> Never {
  let line = Array("haven-ics: \(text)\n".utf8)
  _ = write(2, line, line.count)
  exit(status)
}

guard CommandLine.arguments.count == 2 else { refuse("usage: haven-ics FILE", 64) }
let path = CommandLine.arguments[1]
guard let bytes = readFile(path, limit: limit) else {
  refuse("'\(path)' cannot be read, or is larger than \(limit >> 20) MiB", 66)
}
confine()

var rest = calendarReport(of: bytes)[...]
while !rest.isEmpty {
  let count = rest.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
  guard count > 0 || errno == EINTR else { exit(74) }
  rest = rest.dropFirst(max(0, count))
}
