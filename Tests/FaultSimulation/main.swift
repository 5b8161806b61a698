// Random households, random days, random faults, on the daemon's own keeper and ledger; docs/reliability.md is its page.
//
//   fault-simulation [--seeds FROM-TO] [--days N] [--first] [--keep]   these seeds; exit status 1 where one fails
//   fault-simulation --soak                                            until stopped, a line every ten seconds
//   HAVEN_SEED=N fault-simulation                                      one seed, with its whole script
import Glibc
import HavenDesktop

do {
  let options = try Options(Array(CommandLine.arguments.dropFirst()), environmentSeed: getenv("HAVEN_SEED"))
  EventLoop.main.spawn {
    let run = Run(options)
    await run.play()
    EventLoop.main.exit(run.hasFailed ? 1 : 0)
  }
  exit(try EventLoop.main.run())
} catch {
  print("fault-simulation: \(error)")
  exit(64)
}
