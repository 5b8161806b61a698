import ArgumentParser
import HavenCore

/// `on` or `off`.
enum Switch: String, CaseIterable, ExpressibleByArgument { case on, off }

extension Answer: ExpressibleByArgument {}
extension TagAnswer: ExpressibleByArgument {}
extension Balance: ExpressibleByArgument {}
extension GoalAct: ExpressibleByArgument {}
extension Mode: ExpressibleByArgument {
  /// By a unique beginning too, as ids are; and 'soft', which is what a screen calls such a day.
  public init?(argument: String) {
    if argument == "soft" || argument == "soft-day" { self = .lowDemand; return }
    let matches = Mode.allCases.filter { $0.rawValue == argument || $0.rawValue.hasPrefix(argument) }
    guard let only = matches.first, matches.count == 1, !argument.isEmpty else { return nil }
    self = only
  }
}
extension CalledOff: ExpressibleByArgument {}
