// What only a process with Haven's own parts in it can measure, for Tests/Benchmarks; it speaks in lines.
//
//   bench-probe years CONFIG STATE DATE COUNT   lives from DATE on, on a clock that does not wait, until COUNT notifications
//                                               were shown; says `shown N` at each tenth, and waits for a line to go on
//   bench-probe claims STATE COUNT              claims and records COUNT cues; says `nanoseconds N`
import Glibc
import HavenCore
import HavenDesktop

func say(_ line: String) {
  print(line)
  fflush(nil)
}

func usage() -> Never {
  say("usage: bench-probe years CONFIG STATE DATE COUNT | claims STATE COUNT")
  exit(64)
}

let words = Array(CommandLine.arguments.dropFirst())
do {
  switch (words.first, words.count) {
  case ("years", 5):
    guard let date = CivilDate(words[3]), let count = Int(words[4]) else { usage() }
    EventLoop.main.spawn {
      do {
        try await Years(config: words[1], state: words[2], from: date).live(until: count) { shown in
          say("shown \(shown)")
          _ = readLine()
        }
        EventLoop.main.exit(0)
      } catch {
        say("bench-probe: \(error)")
        EventLoop.main.exit(1)
      }
    }
    exit(try EventLoop.main.run())
  case ("claims", 3):
    let claims = try Claims(state: words[1], from: .now)
    say("nanoseconds \(try claims.write(Int(words[2]) ?? 0))")
  default: usage()
  }
} catch {
  say("bench-probe: \(error)")
  exit(1)
}
