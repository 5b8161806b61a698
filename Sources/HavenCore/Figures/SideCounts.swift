/// What stands beside a balance: how often something was held, offered, seen or mended. Everybody's together.
public struct SideCounts: Sendable, Equatable {
  public var boundariesHeld = 0
  /// Choices that a handover told of.
  public var choicesOffered = 0
  public var nurtureOffered = 0
  public var noticed = 0
  public var repairs = 0

  /// `Command`'s cases that it counts, as the ledger calls them.
  public static let kinds = ["boundaryHeld", "handover", "nurture", "noticed", "repair"]

  /// - Parameter acts: of the days that are looked at, of any kind.
  public init(_ acts: [Act]) {
    for act in acts {
      switch act.command {
      case .boundaryHeld: boundariesHeld += 1
      case .handover(let handover): choicesOffered += handover.choices.count
      case .nurture: nurtureOffered += 1
      case .noticed: noticed += 1
      case .repair: repairs += 1
      default: continue
      }
    }
  }
}
