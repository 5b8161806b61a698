/// In what voice a child is spoken to today: the child's own style, unless the day or the age asks for another.
enum Manner: Sendable, Equatable, CaseIterable {
  case plain, playful, curious
  /// A fact, said once, with no name in it and no verb aimed at anybody: for teens, and for those who feel a request
  /// as a demand.
  case declarative
  /// Shortest, and with somebody beside them: a day of regression.
  case accompanied
  /// A sick day; and a playful child's way to bed.
  case soft

  /// From this working age a fact does better than a request.
  static let teens = 12

  init(style: Child.Style, mode: Mode, workingAge: Int?, isBedtime: Bool = false) {
    switch mode {
    case .regression: self = .accompanied
    case .sick: self = .soft
    case .lowDemand: self = .declarative
    case .ordinary:
      let isTeen = (workingAge ?? 0) >= Manner.teens
      switch style {
      case .declarative: self = .declarative
      case .plain: self = isTeen ? .declarative : .plain
      case .playful: self = isTeen ? .declarative : isBedtime ? .soft : .playful
      case .curious: self = isTeen ? .declarative : .curious
      }
    }
  }

  /// Whether a title has room for what is being left: "tablet → shoes".
  var namesWhatIsLeft: Bool { self != .declarative && self != .accompanied }
}
