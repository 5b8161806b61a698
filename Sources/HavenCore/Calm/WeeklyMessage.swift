/// Something to let a child hear once this week, against what they may believe of themselves. Nobody is told how it
/// went, and no notification has it: `card --week` shows it to the carer.
///
/// None of it praises, promises what is not a carer's to give, or speaks of what was before.
public enum WeeklyMessage {
  static let all = [
    "You are not too much for me.",
    "You can be cross, and I still come back.",
    "Looking after you is my job, and I like it.",
    "There is always a plate for you.",
    "Mistakes get mended here.",
    "I thought of you today, for no reason.",
    "You don't have to earn supper, or us.",
    "Being sad is allowed in this house.",
    "Your way of doing things has room here.",
    "Your place at the table is yours.",
    "I can wait. There is time.",
    "We both had a hard hour, and here we are.",
  ]

  /// The week's, from Monday to Sunday; brothers and sisters have different ones. None has a word that the child's
  /// carers avoid; nil where each has one.
  public static func of(_ child: Child, at index: Int, weekOf date: CivilDate) -> String? {
    let avoided = child.avoid.map { WordMatch($0, .beginning) }
    let fit = all.filter { message in !avoided.contains { $0.occurs(in: FoldedText(message)) } }
    guard !fit.isEmpty else { return nil }
    return fit[(Week.turn(on: date, outOf: fit.count) + index * 5) % fit.count]
  }
}
