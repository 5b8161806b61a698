/// One thing done differently before one change of one child, for a while. The config stays as it is: the plan is bent
/// from the day after, until the last date or until somebody stops it.
public struct Trial: Sendable, Equatable, Codable {
  public var step: String
  /// Whose change; nil in a request where only one child's it can be.
  public var child: String?
  public var change: Change
  /// What it is changed to: `long`, `hard`, `20`, `P30`.
  public var value: String
  /// The last date of it; nil in a request for the usual fourteen days.
  public var until: CivilDate?
  /// The first date of it, and the ladders before and with it as a plan has them, `P20 · 15 · 5`: the engine's to give.
  public var from: CivilDate?
  public var before: String?
  public var tried: String?

  public enum Change: String, Sendable, Codable, CaseIterable {
    /// A preset, one of the family's own, or rungs.
    case ladder
    /// The size that the ladder is looked up by.
    case size
    /// How many minutes before the first thing is said.
    case minutes
    /// One rung more, one rung fewer.
    case with, without
  }

  public init(step: String, child: String? = nil, change: Change, value: String, until: CivilDate? = nil) {
    self.step = step
    self.child = child
    self.change = change
    self.value = value
    self.until = until
  }

  /// Dates, where nothing else is asked for.
  public static let usualDays = 14
  /// Longer than that, it is no trial any more.
  public static let mostDays = 28

  /// Whether every figure is one that this Haven would have given.
  var isInBounds: Bool {
    guard let from, let until, let before, let tried, child != nil else { return false }
    return (1970...2200).contains(from.year) && (0..<Trial.mostDays).contains(until - from)
      && [before, tried].allSatisfy { $0.utf8.count <= 200 && Ladders.rungs($0) != nil }
      && (change != .size || Size(rawValue: value) != nil)
  }
}

/// Ladders as text: `P20 · 15 · 5`, empty for none.
enum Ladders {
  static func text(_ rungs: [Rung]) -> String { rungs.map(\.description).joined(separator: " · ") }

  /// Rungs with spaces, commas or dots between them, from early to late; nil where one of them is none.
  static func rungs(_ text: String) -> [Rung]? {
    var rungs: [Rung] = []
    for word in text.split(whereSeparator: { " ,·".contains($0) }) {
      guard let rung = Rung(word), !rungs.contains(rung) else { return nil }
      rungs.append(rung)
    }
    return inOrder(rungs)
  }

  static func inOrder(_ rungs: [Rung]) -> [Rung] {
    rungs.sorted { ($0.lead, $0.isChildFacing ? 0 : 1) > ($1.lead, $1.isChildFacing ? 0 : 1) }
  }
}

extension Facts {
  /// A trial as the acts have it.
  public struct KeptTrial: Sendable, Equatable {
    public var step: StepID
    public var child: ChildID
    public var change: Trial.Change
    public var value: String
    public var before: String
    public var tried: String
    public var first: CivilDate
    /// Included; before `first` where it was stopped before it began.
    public var last: CivilDate
    /// It ended before its date, by somebody's word.
    public var isStopped = false

    public var key: ChangeKey { ChangeKey(step: step, child: child) }
    public func includes(_ date: CivilDate) -> Bool { first <= date && date <= last }
    /// Still running, or to begin.
    public func isOpen(on date: CivilDate) -> Bool { first <= last && date <= last }
  }

  /// What is tried before a change on a date; nil where it is as written.
  public func trial(of step: StepID, child: ChildID, on date: CivilDate) -> KeptTrial? {
    trials.last { $0.step == step && $0.child == child && $0.includes(date) }
  }

  /// One of a step at a time: of two logins that begin one each, the later counts.
  mutating func begin(_ trial: Trial) {
    guard let child = trial.child, let first = trial.from, let last = trial.until else { return }
    for index in trials.indices where trials[index].step == trial.step && trials[index].last >= first {
      trials[index].last = first - 1
      trials[index].isStopped = true
    }
    trials.append(
      KeptTrial(
        step: trial.step, child: child, change: trial.change, value: trial.value, before: trial.before ?? "",
        tried: trial.tried ?? "", first: first, last: last))
  }

  /// Today stays as it was announced: it ends with the date.
  mutating func stopTrial(of step: StepID, on date: CivilDate) {
    for index in trials.indices where trials[index].step == step && trials[index].last > date {
      trials[index].last = date
      trials[index].isStopped = true
    }
  }
}
