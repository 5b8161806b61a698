/// The catalogue's words for a terminal, where whole views are put together from them.
public struct ShellWords: Sendable {
  private let catalogue: any Catalogue

  public init(language: Language = .english) { catalogue = language.catalogue }

  /// "in 12 min, at 17:25"; "10 min ago, at 17:25" for negative seconds.
  public func countdown(seconds: Int, at time: TimeOfDay) -> String {
    catalogue.countdown(TimeLeft(seconds: seconds), at: time)
  }

  /// "12 min", "2 h 30 min"; seconds are rounded to the nearest minute.
  public func duration(seconds: Int) -> String {
    switch TimeLeft(seconds: seconds) {
    case .minutes(let minutes, _), .minutesAgo(let minutes, _): catalogue.duration(minutes: minutes, .digits)
    case .underAMinute, .none, .aMomentAgo: catalogue.duration(minutes: 0, .digits)
    }
  }

  /// What kind of day it is: "ordinary day", "soft day", never worse.
  public func mode(_ mode: Mode) -> String { catalogue.mode(mode) }

  /// "1 step", "3 steps".
  public func steps(_ count: Int) -> String { catalogue.steps(count) }
  public func cues(_ count: Int) -> String { catalogue.cues(count) }
  /// "2 promises open today"
  public func promises(_ count: Int) -> String { catalogue.promises(count) }
  /// "otter, wren and finch"
  public func list(_ names: [String]) -> String { catalogue.list(names) }

  public var nothingMore: String { catalogue.nothingMore }
  public var nobodyOnDuty: String { catalogue.nobodyOnDuty }
  /// "on duty: Ros and Imani"
  public func onDuty(_ carers: [String]) -> String { catalogue.onDuty(catalogue.list(carers)) }

  /// "done", "not today", "held".
  public func state(_ state: LedgerEntry.State) -> String { catalogue.state(state) }
  /// Why something was held or left out: "quiet hours", "asleep".
  public func reason(_ reason: LedgerEntry.Reason) -> String { catalogue.reason(reason) }
}
