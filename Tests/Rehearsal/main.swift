// A stretch of days with both programs, on a clock that is moved, for the transcripts of the documentation.
//
//   rehearsal HOME FROM TO <SCRIPT      HOME has .config/haven, or an 'init' in the script makes it
//
// A line of the script is a moment, who types, and what stands behind 'havenctl':
//   2026-03-10T17:12 marta delay console-off 10m
// Printed is an object a line, in order: {"at", "who", "typed", "lines"}.
import Glibc
import HavenDesktop

do {
  let arguments = Array(CommandLine.arguments.dropFirst())
  guard arguments.count == 3 else { throw Mistake("HOME FROM TO") }
  var script: [String] = []
  while let line = readLine() { script.append(line) }
  let home = arguments[0]
  let (from, to) = (arguments[1], arguments[2])
  EventLoop.main.spawn {
    do {
      try await Stage(home: home).play(script, from: from, to: to)
      EventLoop.main.exit(0)
    } catch {
      print("rehearsal: \(error)")
      EventLoop.main.exit(1)
    }
  }
  exit(try EventLoop.main.run())
} catch {
  print("rehearsal: \(error)")
  exit(64)
}
