import HavenCore

extension WeekdaySet {
  /// Parses the config language's days: `Mon-Fri`, `Tue, Thu`, `Sat-Mon`, `daily`.
  public init(parsing text: some StringProtocol) throws(GrammarFault) {
    let whole = trimmed(text)
    if whole == "daily" {
      self = .daily
      return
    }
    guard !whole.isEmpty else { throw GrammarFault("no days are named", hint: WeekdaySet.example) }
    var set: WeekdaySet = []
    for part in whole.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = trimmed(part).split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count <= 2, let from = ends.first else {
        throw GrammarFault("\(quoted(trimmed(part))) is not a day", hint: WeekdaySet.example)
      }
      let first = try Weekday(parsing: trimmed(from))
      let last = ends.count == 2 ? try Weekday(parsing: trimmed(ends[1])) : first
      var day = first.rawValue
      set.insert(WeekdaySet([first]))
      while day != last.rawValue {
        day = (day + 1) % 7
        set.insert(WeekdaySet(Weekday(rawValue: day).map { [$0] } ?? []))
      }
    }
    self = set
  }

  static let example = "write days such as 'Mon-Fri', 'Tue, Thu' or 'daily'"
}

extension Weekday {
  /// `Mon` to `Sun`.
  public var shortName: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][rawValue]
  }

  init(parsing text: Substring) throws(GrammarFault) {
    if let day = Weekday.allCases.first(where: { $0.shortName == text }) {
      self = day
      return
    }
    let lower = text.lowercased()
    let near = Weekday.allCases.first { !lower.isEmpty && lower.hasPrefix($0.shortName.lowercased()) }
    let names = Weekday.allCases.map(\.shortName)
    let meant = near?.shortName ?? (lower == "dayly" ? "daily" : nearest(to: String(text), among: names + ["daily"]))
    throw GrammarFault(
      "\(quoted(text)) is not a day", hint: meant.map { "did you mean '\($0)'?" } ?? WeekdaySet.example)
  }
}

extension WeekdaySet {
  /// `Mon-Fri`, `Tue, Thu`, `daily`: what `init(parsing:)` reads as the same.
  public var written: String {
    if self == .daily { return "daily" }
    var runs: [[Weekday]] = []
    for day in Weekday.allCases where contains(day) {
      if let last = runs.last?.last, last.rawValue + 1 == day.rawValue {
        runs[runs.count - 1].append(day)
      } else {
        runs.append([day])
      }
    }
    return runs.map { run in
      let names = run.map(\.shortName)
      return names.count > 2 ? "\(names[0])-\(names[names.count - 1])" : names.joined(separator: ", ")
    }.joined(separator: ", ")
  }
}
