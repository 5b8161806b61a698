@testable import HavenCore

/// A line as a test writes it, and its words as a reader sees them.
struct Scene {
  var household = HarbourFamily.household
  var steps = HarbourFamily.steps
  var language = Language.english
  var date = HarbourFamily.tuesday

  func at(_ time: String) -> Instant { HarbourFamily.zone.instant(date, TimeOfDay(time)!) }

  func words(_ line: Line) -> Words {
    Wording(household: household, zone: HarbourFamily.zone, language: language).words(for: line) { steps[$0.step] }
  }

  /// A cue by its short id, said on time: `tablet-ends/otter/P20`.
  func item(_ id: String, left: Int? = nil) -> Line.Item {
    let id = CueID("\(date)/\(id)")!
    return Line.Item(id: id, secondsLeft: left ?? (Rung(id.rung)?.lead ?? 0) * 60)
  }

  func cue(
    _ ids: String..., at time: String? = nil, level: TextLevel = .public, kind: Line.Kind = .cue, left: Int? = nil
  ) -> Line {
    let items = ids.map { item($0, left: left) }
    let step = steps[items[0].id.step]?.step
    let said =
      time.map(at) ?? HarbourFamily.zone.instant(date, step?.at ?? TimeOfDay(seconds: 0)) - items[0].secondsLeft
    return Line(kind: kind, at: said, to: "ros", level: level, items: items)
  }

  func line(_ kind: Line.Kind, _ subject: Line.Subject, at time: String = "12:00", level: TextLevel = .public) -> Line {
    Line(kind: kind, at: at(time), to: "ros", level: level, subject: subject)
  }

  /// The title, then the body's lines, each behind a bar.
  func shown(_ line: Line) -> String {
    let words = words(line)
    return ([words.title] + words.body.split(separator: "\n").map { "  | " + $0 }).joined(separator: "\n")
  }
}
