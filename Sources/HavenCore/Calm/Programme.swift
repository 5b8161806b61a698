/// A named approach, in a line of our own: what it asks of a carer, what of Haven goes with it, and how well it is
/// tested. None of them made or looked at Haven.
public struct Programme: Sendable, Equatable {
  public var name: String
  public var asks: String
  public var inHaven: String
  public var tested: String

  /// The word that finds them all.
  public static let topic = "programmes"

  public var text: String { "\(asks) Here: \(inHaven). \(tested)." }

  public static let all: [Programme] = [
    Programme(
      name: "Trust-Based Relational Intervention (Purvis)",
      asks: "Food, water and movement first; connect; then guide.", inHaven: "the fuel clock, hard, landings",
      tested: "Small studies, promising"),
    Programme(
      name: "Dyadic developmental approach, PACE (Hughes)",
      asks: "Be playful, accepting, curious, empathic, and hold the limit.", inHaven: "style, boundary, card pace",
      tested: "Few trials so far"),
    Programme(
      name: "Nurtured Heart (Glasser)", asks: "Give your energy to what goes well; be clear on rules.",
      inHaven: "noticed, boundary", tested: "Little published"),
    Programme(
      name: "Circle of Security", asks: "See whether a child goes out to explore or comes in for comfort.",
      inHaven: "goodbye and return steps, card out-or-in", tested: "Some trials, mixed"),
    Programme(
      name: "Collaborative and Proactive Solutions (Greene)",
      asks: "In a calm hour hear their worry, say yours, plan together.", inHaven: "solve, card plan-b",
      tested: "Several trials, most with other families"),
    Programme(
      name: "Whole-Brain Child (Siegel, Bryson)", asks: "Connect, then redirect; name the feeling; move.",
      inHaven: "the cards' order", tested: "A popular book, not a tested course"),
    Programme(
      name: "Non-violent resistance (Omer)", asks: "Leave the fight, stay present, gather people round you.",
      inHaven: "tag out, support", tested: "Small trials, promising"),
    Programme(
      name: "Demand-avoidance approaches", asks: "Fewer demands, more say, less told as an order.",
      inHaven: "style declarative, ladder info", tested: "Practice wisdom; the label is debated"),
    Programme(
      name: "Beyond Consequences (Forbes)", asks: "Meet the fear under it before any consequence.",
      inHaven: "no points, no charts", tested: "Hardly tested"),
  ]
}
