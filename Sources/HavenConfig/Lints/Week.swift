import HavenCore

/// The steps of every day that can come, in order of time, with what the lints ask of each.
struct Week {
  struct Entry {
    let at: TimeOfDay
    /// Food, rest, play and being together: it asks nothing of a child.
    let isRestful: Bool
    let isNurture: Bool
    /// Something that holds: tagged structure, or a change with warnings.
    let isStructure: Bool
    let isPlay: Bool
    /// Time with a carer: nurture, special or play.
    let isConnection: Bool
    let isAway: Bool
    let isTransition: Bool
    /// Which routine and which of its steps.
    let written: (routine: Int, step: Int)

    private static let restful: Set<Tag> = [
      .nurture, .food, .water, .move, .landing, .play, .special, .liked, .retreat, .sleep, .nap,
    ]

    init(_ step: Step, _ written: (routine: Int, step: Int)) {
      at = step.at
      isRestful = step.tags.contains(where: Entry.restful.contains)
      isNurture = step.tags.contains(.nurture)
      isStructure = step.tags.contains(.structure) || step.transition != nil || step.ladder != nil
      isPlay = step.tags.contains { $0 == .play || $0 == .move || $0 == .special }
      isConnection = step.tags.contains { $0 == .nurture || $0 == .special || $0 == .play }
      isAway = step.isAway
      isTransition = step.transition != nil || step.ladder != nil
      self.written = written
    }
  }

  /// Of the days that have a step at all, in order.
  let cells: [Int]
  private let all: [Entry]
  private let byCell: [[Int]]
  private let byChild: [ChildID: [[Int]]]

  init(_ draft: Draft, _ household: Household, _ cells: DayCells) {
    var all: [Entry] = []
    var byCell = [[Int]](repeating: [], count: cells.kinds.count * 7)
    var byChild = Dictionary(household.children.map { ($0.id, byCell) }, uniquingKeysWith: { first, _ in first })
    let everybody = household.children.map(\.id)
    for (routine, written) in draft.routines.enumerated() {
      let on = cells.of(written.value.routine)
      for (position, step) in written.value.steps.enumerated() {
        for cell in on { byCell[cell].append(all.count) }
        for child in step.value.who ?? everybody {
          for cell in on { byChild[child]?[cell].append(all.count) }
        }
        all.append(Entry(step.value, (routine, position)))
      }
    }
    self.all = all
    self.byCell = byCell.map { $0.sorted { (all[$0].at, $0) < (all[$1].at, $1) } }
    self.byChild = byChild.mapValues { $0.map { $0.sorted { (all[$0].at, $0) < (all[$1].at, $1) } } }
    self.cells = byCell.indices.filter { !byCell[$0].isEmpty }
  }

  func steps(in cell: Int) -> [Entry] { byCell[cell].map { all[$0] } }
  func steps(of child: ChildID, in cell: Int) -> [Entry] { byChild[child]?[cell].map { all[$0] } ?? [] }

  /// Whether the family uses the tags at all: a config without tags is not asked for any.
  var usesNurture: Bool { all.contains(where: \.isNurture) }
  var usesStructure: Bool { all.contains(where: \.isStructure) }
  var usesPlay: Bool { all.contains(where: \.isPlay) }
  var usesConnection: Bool { all.contains(where: \.isConnection) }
}
