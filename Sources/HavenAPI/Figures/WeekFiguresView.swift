import HavenCore

public struct WeekFiguresView: Codable, Sendable, Equatable {
  /// The week's Monday.
  public var monday: CivilDate
  public var smooth: Int
  public var of: Int
  @ExplicitNull public var percent: Int?
  public var steps: [Step]
  public var bins: HourBins

  /// Under five times there are no figures, and `few` is true.
  public struct Step: Codable, Sendable, Equatable {
    public var step: StepID
    public var child: ChildID
    public var few: Bool?
    public var hard: Int?
    public var times: Int?
    public var percent: Int?
    /// Minutes.
    public var settleMedian: Double?

    public init(_ figures: StepFigures) {
      step = figures.step
      child = figures.child
      guard !figures.isFew else {
        few = true
        return
      }
      hard = figures.hard
      times = figures.times
      percent = figures.percent
      settleMedian = figures.settleMedian?.value
    }
  }

  public init(_ figures: WeekFigures) {
    monday = figures.monday
    smooth = figures.smooth
    of = figures.of
    percent = figures.percent
    steps = figures.steps.map(Step.init)
    bins = HourBins(counts: figures.bins)
  }
}

/// Counts by two hours of the day, `{"08-10":1,"16-18":3}`; hours with none are left out.
public struct HourBins: Codable, Sendable, Equatable {
  /// By the hour that the two begin with.
  public var counts: [Int: Int]

  public init(counts: [Int: Int]) { self.counts = counts }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }

  /// `16-18`.
  public static func label(_ hour: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(hour))-\(two(hour + 2))"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    counts = [:]
    for hour in stride(from: 0, to: 24, by: 2) {
      counts[hour] = try container.decodeIfPresent(Int.self, forKey: Key(stringValue: HourBins.label(hour)))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for (hour, count) in counts.sorted(by: { $0.key < $1.key }) {
      try container.encode(count, forKey: Key(stringValue: HourBins.label(hour)))
    }
  }
}
