import Glibc
import HavenAPI
import HavenConfig
import HavenCore

/// The next cue that a config by itself gives anybody, today or tomorrow; nil where there is none.
func nextCue(of configuration: Configuration, now: Instant) -> Stamp? {
  var engine = Engine(household: configuration.household, zone: configuration.zone, now: now)
  let cues = configuration.household.carers.compactMap { engine.nextCue(for: $0.id, after: now) }
  return cues.map(\.at).min().map { Stamp($0, in: configuration.zone) }
}

func nextCueLine(_ stamp: Stamp?, from now: Stamp) -> String {
  stamp.map { "the next cue is \(aheadText($0, from: now))" } ?? "no cue is due today or tomorrow"
}

/// Whether two paths lead to one folder.
func samePlace(_ one: String, _ other: String) -> Bool {
  var (first, second) = (stat(), stat())
  guard stat(one, &first) == 0, stat(other, &second) == 0 else { return one == other }
  return first.st_dev == second.st_dev && first.st_ino == second.st_ino
}
