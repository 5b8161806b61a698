import HavenCore

/// `havenctl try --json`: what is tried, and what was, each with how it went before and meanwhile.
public struct TrialsView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "trials"
  public var at: Stamp
  /// Oldest first.
  public var trials: [Row]

  public init(at: Stamp, trials: [Row]) {
    self.at = at
    self.trials = trials
  }

  public struct Row: Sendable, Equatable, Codable {
    public var step: StepID
    public var child: ChildID
    public var change: Trial.Change
    public var value: String
    /// Ladders, `P20 · 15 · 5`; empty for no warnings.
    public var was: String
    public var tried: String
    public var from: CivilDate
    /// Included.
    public var until: CivilDate
    public var state: State
    public var before: Arm
    public var during: Arm
    /// Too few times on either side to say anything.
    public var few: Bool
    /// What would keep it, of one that is over: filled in by whoever can read the config.
    public var changes: [ConfigChange]?
    /// `haven.toml:41`: where a person would change it, where Haven cannot.
    public var places: [String]?

    public enum State: String, Sendable, Codable, CaseIterable { case waiting, running, finished, stopped }

    public init(_ trial: Facts.KeptTrial, _ figures: TrialFigures, today: CivilDate) {
      step = trial.step
      child = trial.child
      change = trial.change
      value = trial.value
      was = trial.before
      tried = trial.tried
      from = trial.first
      until = trial.last
      state =
        today < trial.first
        ? .waiting : today <= trial.last ? .running : trial.isStopped ? .stopped : .finished
      before = Arm(figures.before)
      during = Arm(figures.during)
      few = figures.isFew
    }
  }

  public struct Arm: Sendable, Equatable, Codable {
    public var smooth: Int
    public var of: Int
    /// Of how many hard moments somebody said the minutes, and the middle one of those; left out where nobody did.
    public var settled: Int?
    public var settleMedian: Double?

    init(_ arm: TrialFigures.Arm) {
      smooth = arm.smooth
      of = arm.of
      settled = arm.settle == nil ? nil : arm.settled
      settleMedian = arm.settle?.value
    }
  }
}
