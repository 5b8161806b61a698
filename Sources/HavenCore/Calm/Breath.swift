/// Slow breathing: in for four seconds, out for six.
public struct Breath: Sendable, Equatable {
  /// Whole breaths, rounded up, so that it ends breathed out.
  public var count: Int

  public static let inhale = 4
  public static let exhale = 6
  public static let usual = 60
  /// Seconds that may be asked for.
  public static let allowed = 10...600

  /// - Parameter seconds: about how long.
  public init(seconds: Int) {
    count = max(1, (seconds + Breath.length - 1) / Breath.length)
  }

  private static let length = inhale + exhale
  public var seconds: Int { count * Breath.length }

  public enum Phase: String, Sendable { case inhale = "breathe in", exhale = "breathe out" }

  public struct Moment: Sendable, Equatable {
    public var phase: Phase
    /// How full the lungs are, 0 to 1000.
    public var fill: Int
  }

  /// - Parameter elapsed: milliseconds from the beginning.
  /// - Returns: nil when it is over.
  public func moment(at elapsed: Int) -> Moment? {
    guard elapsed < seconds * 1000 else { return nil }
    let within = elapsed % (Breath.length * 1000)
    let inhaling = Breath.inhale * 1000
    if within < inhaling { return Moment(phase: .inhale, fill: within * 1000 / inhaling) }
    return Moment(phase: .exhale, fill: 1000 - (within - inhaling) * 1000 / (Breath.exhale * 1000))
  }
}
