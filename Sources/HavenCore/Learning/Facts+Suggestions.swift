extension Facts {
  /// What was answered to suggestions.
  public struct Suggestions: Sendable {
    /// Until when each keeps quiet.
    var quiet: [String: Instant] = [:]
    /// Accepted and not taken back, the latest last.
    public private(set) var accepted: [Accepted] = []

    public struct Accepted: Sendable, Equatable {
      public var id: String
      public var changes: [ConfigChange]
      public var at: Instant
      public var date: CivilDate
    }

    func isQuiet(_ id: String, at now: Instant) -> Bool { quiet[id].map { $0 > now } ?? false }

    /// When the config was last changed for each change of a child.
    var edited: [ChangeKey: CivilDate] {
      var dates: [ChangeKey: CivilDate] = [:]
      for one in accepted {
        let parts = one.id.split(separator: "/").map(String.init)
        if parts.count >= 3 { dates[ChangeKey(step: parts[1], child: parts[2])] = one.date }
      }
      return dates
    }

    mutating func accept(_ id: String, _ changes: [ConfigChange], at: Instant, date: CivilDate) {
      accepted.removeAll { $0.id == id }
      accepted.append(Accepted(id: id, changes: changes, at: at, date: date))
    }

    mutating func takeBack(_ id: String) { accepted.removeAll { $0.id == id } }
  }
}
