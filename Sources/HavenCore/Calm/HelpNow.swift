/// `help-now`: what to do and whom to call, short enough for a person who cannot read much just now.
///
/// Always in this order: immediate danger, the family's own people, the country's lines, and what Haven cannot do.
/// Never on a notification, never because of something that was recorded.
public struct HelpNow: Sendable, Equatable {
  public var danger: String
  /// The family's own, as many as there is room for.
  public var family: [String]
  /// How many more there are than `family` has.
  public var more: Int
  public var lines: [String]
  public var note = HelpNow.promise

  /// It is what a reader could otherwise hope for.
  static let promise = "Haven can't call anyone and isn't watching."
  public static let longest = 15

  /// - Parameter rows: how many rows of the reader's screen a text takes.
  public init(_ household: Household, rows: (String) -> Int = { _ in 1 }) {
    let help = CountryHelp.of(household.settings.country)
    danger =
      help.emergency.map { "In immediate danger: call \($0)." }
      ?? "In immediate danger: call your emergency number (112 in the EU)."
    lines = help.lines.map(\.text)
    let own = household.supports.filter { $0.kind != .counsellor }
    // Every row but the family's, two headings among them; they get the rest, and never less than one name.
    var room = HelpNow.longest - ([danger, HelpNow.promise] + lines).reduce(2) { $0 + rows($1) }
    family = []
    for (index, support) in own.enumerated() {
      let text = HelpNow.text(support)
      let forMore = index + 1 < own.count ? 1 : 0
      if rows(text) + forMore <= room {
        family.append(text)
        room -= rows(text)
      } else {
        if index == 0 { family.append(support.name) }
        break
      }
    }
    more = own.count - family.count
  }

  private static func text(_ support: Support) -> String {
    support.how.map { "\(support.name): \($0)" } ?? support.name
  }
}
