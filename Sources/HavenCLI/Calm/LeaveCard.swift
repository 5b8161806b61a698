import HavenAPI
import HavenCore

/// What a grown-up takes along on paper, because no screen reaches them away from home: the changes there, what to say at
/// each, and what to pack.
struct LeaveCard {
  var date: CivilDate
  var pack: [Pack] = []
  var moments: [Moment] = []

  /// Something to eat and drink that will be due while these children are away.
  struct Pack {
    var children: [ChildID]
    var due: Stamp
  }

  struct Moment {
    var at: Stamp
    var child: ChildID
    var rung: String
    /// What comes, as a notification's title has it.
    var title: String
    /// What to say, then what to do.
    var lines: [String]
  }

  var isEmpty: Bool { pack.isEmpty && moments.isEmpty }

  /// - Parameter level: `generic` has no name and no step in it.
  init(_ day: DayView, _ family: Family, level: TextLevel, language: Language) {
    date = day.date
    let wording = Wording(household: family.household, zone: family.zone, language: language)
    moments = day.cues.filter(\.leaveCard).map { cue in
      let line = Line(
        kind: .cue, at: cue.at.instant, to: "", level: level,
        items: [.init(id: cue.id, secondsLeft: cue.secondsLeft)])
      let words = wording.words(for: line) { id in LeaveCard.step(of: id, in: day, family.household) }
      return Moment(
        at: cue.at, child: cue.child, rung: cue.rung, title: words.title,
        lines: words.body.split(separator: "\n").map(String.init))
    }
    var due: [Stamp: [ChildID]] = [:]
    for child in family.household.children {
      for at in LeaveCard.fuelDue(child, in: day) { due[at, default: []].append(child.id) }
    }
    pack = due.sorted { $0.key.instant < $1.key.instant }.map { Pack(children: $0.value, due: $0.key) }
  }

  /// The first instant in each stay away at which food or water is due, and no step has it sooner.
  static func fuelDue(_ child: Child, in day: DayView) -> [Stamp] {
    guard let interval = child.fuel.map({ $0 * 60 }) else { return [] }
    let steps = day.steps.filter { $0.children.contains(child.id) }
    var due: [Stamp] = []
    var last: [String: Instant] = [:]
    var stay: Stamp?
    var isPacked = false
    for (index, step) in steps.enumerated() {
      for tag in [Tag.food.rawValue, Tag.water.rawValue] where step.tags.contains(tag) { last[tag] = step.at.instant }
      guard step.away else {
        (stay, isPacked) = (nil, false)
        continue
      }
      let start = stay ?? step.at
      stay = start
      let end = index + 1 < steps.count ? steps[index + 1].at : step.until ?? step.at
      // One thing packed is enough for one stay.
      guard !isPacked, let first = last.values.min().map({ $0 + interval }), first < end.instant else { continue }
      due.append(Stamp(max(first, start.instant), offset: start.offset))
      isPacked = true
    }
    return due
  }

  private static func step(of id: CueID, in day: DayView, _ household: Household) -> WordingStep? {
    let own = day.steps.filter { $0.children.contains(id.child) }
    guard let index = own.firstIndex(where: { $0.step == id.step }) else { return nil }
    func written(_ index: Int) -> Step? {
      guard own.indices.contains(index) else { return nil }
      return household.step(own[index].step, named: own[index].name)
        ?? Step(id: own[index].step, at: own[index].at.wall.time, name: own[index].name)
    }
    return written(index).map {
      WordingStep($0, previous: written(index - 1), next: written(index + 1), mode: day.mode)
    }
  }
}

extension Household {
  /// A step as it is written; an id may stand for two steps on different days.
  func step(_ id: StepID, named name: String) -> Step? {
    for routine in routines {
      if let step = routine.steps.first(where: { $0.id == id && $0.name == name }) { return step }
    }
    return nil
  }
}
