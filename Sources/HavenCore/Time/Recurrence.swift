/// A recurrence rule (RFC 5545 §3.3.10) over dates.
public struct Recurrence: Sendable, Equatable {
  public var frequency: Frequency
  public var interval = 1

  public init(frequency: Frequency) { self.frequency = frequency }

  public enum Frequency: String, Sendable, CaseIterable { case daily = "DAILY", weekly = "WEEKLY", monthly = "MONTHLY", yearly = "YEARLY" }
}
