/// A named approach, in a line of our own: what it asks of a carer, what of Haven goes with it, and how well it is
/// tested. None of them made or looked at Haven.
public struct Programme: Sendable, Equatable {
  public var name: String
  public var asks: String
  public var inHaven: String
  public var tested: String
  /// A book of its own, or films; nil where a family would have to know which.
  public var reading: Reading?

  /// The word that finds them all.
  public static let topic = "programmes"

  /// When it was last looked at how well each is tested.
  public static let reviewedIn = "November 2026"

  public var text: String { "\(asks) Here: \(inHaven). \(tested)." }

  public static let all: [Programme] = [
    Programme(
      name: "Trust-Based Relational Intervention (Purvis)",
      asks: "Food, water and movement first; connect; then guide.", inHaven: "the fuel clock, hard, landings",
      tested: "Small studies, promising",
      reading: Reading(id: "connected-child", title: "The Connected Child", by: "Purvis, Cross, Sunshine")),
    Programme(
      name: "Dyadic developmental approach, PACE (Hughes)",
      asks: "Be playful, accepting, curious, empathic, and hold the limit.", inHaven: "style, boundary, card pace",
      tested: "Few trials so far",
      reading: Reading(
        id: "building-the-bonds", title: "Building the Bonds of Attachment", by: "Daniel Hughes")),
    Programme(
      name: "Nurtured Heart (Glasser)", asks: "Give your energy to what goes well; be clear on rules.",
      inHaven: "noticed, boundary", tested: "Little published",
      reading: Reading(
        id: "transforming-the-difficult-child", title: "Transforming the Difficult Child", by: "Glasser, Easley")),
    Programme(
      name: "Circle of Security", asks: "See whether a child goes out to explore or comes in for comfort.",
      inHaven: "goodbye and return steps, card out-or-in", tested: "Some trials, mixed",
      reading: Reading(
        id: "raising-a-secure-child", title: "Raising a Secure Child", by: "Hoffman, Cooper, Powell")),
    Programme(
      name: "Collaborative and Proactive Solutions (Greene)",
      asks: "In a calm hour hear their worry, say yours, plan together.", inHaven: "solve, card plan-b",
      tested: "Several trials, most with other families",
      reading: Reading(id: "explosive-child", title: "The Explosive Child", by: "Ross Greene")),
    Programme(
      name: "Whole-Brain Child (Siegel, Bryson)", asks: "Connect, then redirect; name the feeling; move.",
      inHaven: "the cards' order", tested: "A popular book, not a tested course",
      reading: Reading(id: "whole-brain-child", title: "The Whole-Brain Child", by: "Siegel, Bryson")),
    Programme(
      name: "Dance of Attachment (van Gulden)", asks: "Find the early step of trust that was missed; offer it now.",
      inHaven: "working-age, special time, returns", tested: "Taught widely; no trial known to us",
      reading: Reading(
        id: "dance-of-attachment", title: "Learning the Dance of Attachment", by: "van Gulden, Vick")),
    Programme(
      name: "Chaos to Healing (Kaplan, Moers)", asks: "Steady yourself first, then the child; meet the fear below.",
      inHaven: "the P rung, breathe, support", tested: "Films by carers; no trial known to us",
      reading: Reading(id: "chaos-to-healing", title: "Chaos to Healing, films", by: "Kaplan, Moers")),
    Programme(
      name: "Beyond Consequences (Forbes)", asks: "Meet the fear under it before any consequence.",
      inHaven: "no points, no charts", tested: "Hardly tested",
      reading: Reading(
        id: "beyond-consequences", title: "Beyond Consequences, Logic, and Control", by: "Forbes, Post")),
    Programme(
      name: "Non-violent resistance (Omer)", asks: "Leave the fight, stay present, gather people round you.",
      inHaven: "tag out, support", tested: "Small trials, promising"),
    Programme(
      name: "Demand-avoidance approaches", asks: "Fewer demands, more say, less told as an order.",
      inHaven: "style declarative, ladder info", tested: "Practice wisdom; the label is debated"),
  ]
}
