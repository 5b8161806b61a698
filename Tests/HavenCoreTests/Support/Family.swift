import Testing

@testable import HavenCore

/// A household in a few lines, so that a test can be checked by eye:
///
///     try Family(
///       carers: ["ros", "imani away 09:00-17:00"], children: ["otter 5", "finch 13 key:imani"],
///       """
///       17:25 tablet-ends  otter hard
///       18:00 tea          food water
///       20:10 lights-out   otter normal sleep
///       """)
///
/// Everything not said is what a config without that key gets: quiet hours are 21:30-06:30, the digest is at 20:30.
struct Family {
  var household = Household()
  var zone: Zone

  init(
    carers: [String] = ["ros"], children: [String] = ["otter 5"], zone: String = "Europe/London", _ day: String
  ) throws {
    self.zone = try knownZone(zone)
    household.carers = try carers.map(Carer.init(reading:))
    household.children = try children.map(Child.init(reading:))
    try add(day)
  }

  /// Adds a routine for certain kinds of day (nil for all) and weekdays.
  mutating func add(_ day: String, days: [DayKindID]? = nil, on weekdays: [Weekday] = Weekday.allCases) throws {
    var routine = Routine(id: "routine-\(household.routines.count + 1)", name: "")
    routine.days = days
    routine.on = WeekdaySet(weekdays)
    let children = household.children.map(\.id)
    routine.steps = try day.split(separator: "\n").map { try Step(reading: $0, children: children) }
    household.routines.append(routine)
  }

  /// A goal, changed as the test needs it: `after` and `windows` say when.
  mutating func add(
    goal id: GoalID, of carer: CarerID = "ros", _ domain: Goal.Domain = .body, minutes: Int = 20,
    _ change: (inout Goal) throws -> Void
  ) throws {
    var goal = Goal(id: id, carer: carer, domain: domain, name: id, minutes: minutes)
    try change(&goal)
    household.goals.append(goal)
  }

  mutating func change(_ carer: CarerID, _ change: (inout Carer) throws -> Void) throws {
    let index = try #require(household.carers.firstIndex { $0.id == carer }, "no carer '\(carer)'")
    try change(&household.carers[index])
  }

  mutating func change(step id: StepID, _ change: (inout Step) throws -> Void) throws {
    for routine in household.routines.indices {
      for step in household.routines[routine].steps.indices where household.routines[routine].steps[step].id == id {
        return try change(&household.routines[routine].steps[step])
      }
    }
    throw Unreadable("no step '\(id)'")
  }
}

extension Family {
  /// The plan of a date, with these acts done before.
  func plan(_ date: String, acts: [Act] = []) throws -> DayPlan {
    let facts = Facts(acts: acts, children: household.children.map(\.id), zone: zone)
    return Planner(household: household, zone: zone).plan(for: try HavenCoreTests.date(date), facts: facts)
  }

  /// What a date's rungs into a step are and when, by the wall: `P20 17:05, 15 17:10`.
  func rungs(into step: StepID, of child: ChildID? = nil, _ date: String, acts: [Act] = []) throws -> String {
    let cues = try plan(date, acts: acts).cues.filter { $0.id.step == step && (child == nil || $0.id.child == child) }
    return cues.map { "\($0.rung) \(zone.civil(at: $0.at).time)" }.joined(separator: ", ")
  }

  /// The steps of a date in order: `07:00 wake, 08:20 shoes`.
  func steps(_ date: String, acts: [Act] = []) throws -> String {
    try plan(date, acts: acts).steps.map { "\(zone.civil(at: $0.at).time) \($0.step.id)" }.joined(separator: ", ")
  }

  /// An act of the first carer, for plans that need one.
  func act(_ command: Command, at moment: String, id: Int = 1) throws -> Act {
    let at = zone.instant(of: try civil(moment))
    return Act(id: id, at: at, date: zone.date(at: at), by: household.carers[0].id, command: command)
  }
}

extension Family {
  /// The evening that most tests are about. Otter, working age 5, leaves the tablet at 17:25, a hard change:
  /// P20 17:05, 15 17:10, 5 17:20, L2 17:23, 0 17:25.
  static func evening(carers: [String] = ["ros"], children: [String] = ["otter 5"]) throws -> Family {
    try Family(
      carers: carers, children: children,
      """
      16:30 tablet       otter
      17:25 tablet-ends  otter hard
      """)
  }
}

/// Where most tests live. Read once, and never written to again: what a `Mutex` guards ThreadSanitizer takes for a race.
private let knownZones: [String: Zone] = Dictionary(
  uniqueKeysWithValues: ["UTC", "Europe/London", "Europe/Berlin"].compactMap { name in
    (try? systemZone(name)).map { (name, $0) }
  })

/// A zone of the system.
func knownZone(_ name: String) throws -> Zone { try knownZones[name] ?? systemZone(name) }
