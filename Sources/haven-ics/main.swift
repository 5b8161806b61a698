// haven-ics FILE...: reads iCalendar files and says which dates their events cover, one line a component.
//
// A foreign file's parser does not belong in a daemon. This program reads its files, gives up every right that it does
// not need, parses, writes plain lines and ends. What it writes is described in HavenICS/Report.swift: one report a
// file, each written before the next file is looked at, so that whoever reads knows at which file it ended.

import Glibc
import HavenICS

let limit = 8 << 20
let limitOfAll = 64 << 20

func refuse(_ text: String, _ status: Int32) -> Never {
  let line = Array("haven-ics: \(text)\n".utf8)
  _ = write(2, line, line.count)
  exit(status)
}

let paths = CommandLine.arguments.dropFirst()
guard !paths.isEmpty else { refuse("usage: haven-ics FILE...", 64) }

// Up to the first that cannot be read: that one is then the next in the order of reports, and known by it.
var files: [[UInt8]] = []
var unreadable: String?
var total = 0
for path in paths where unreadable == nil {
  if let bytes = readFile(path, limit: limit), total + bytes.count <= limitOfAll {
    files.append(bytes)
    total += bytes.count
  } else {
    unreadable = path
  }
}
confine()

for bytes in files {
  var rest = calendarReport(of: bytes)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    guard count > 0 || errno == EINTR else { exit(74) }
    rest = rest.dropFirst(max(0, count))
  }
}
if let unreadable { refuse("'\(unreadable)' cannot be read, or is larger than \(limit >> 20) MiB", 66) }
