/// How a change went before and while something else was tried. What went with what: never what caused it.
public struct TrialFigures: Sendable, Equatable {
  public var before: Arm
  public var during: Arm

  public struct Arm: Sendable, Equatable {
    public var smooth = 0
    public var of = 0
    /// How many hard moments of it somebody said the minutes of, and the middle one of those.
    public var settled = 0
    public var settle: Half?
  }

  /// What is looked at before it began.
  public static let datesBefore = 28

  /// Too few to say, on either side.
  public var isFew: Bool { before.of < LadderFigures.fewest || during.of < LadderFigures.fewest }

  /// - Parameters:
  ///   - lived: changes of any kind and date; those of this child into this step that count are looked at.
  ///   - others: trials whose dates are no "before".
  public init(_ trial: Facts.KeptTrial, _ lived: [Occurrence], others: [Facts.KeptTrial]) {
    let own = lived.filter { $0.counts && $0.step == trial.step && $0.child == trial.child }
    let others = others.filter { $0 != trial && $0.key == trial.key }
    before = Arm(
      own.filter { one in
        trial.first - TrialFigures.datesBefore <= one.date && one.date < trial.first
          && !others.contains { $0.includes(one.date) }
      })
    during = Arm(own.filter { trial.includes($0.date) })
  }
}

extension TrialFigures.Arm {
  init(_ lived: [Occurrence]) {
    smooth = lived.count(where: \.isSmooth)
    of = lived.count
    let minutes = lived.filter { !$0.isSmooth }.compactMap(\.settle)
    settled = minutes.count
    settle = median(minutes)
  }
}
