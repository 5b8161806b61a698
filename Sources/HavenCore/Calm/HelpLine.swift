/// A number that a family in trouble can call or write to, and when somebody last looked whether it is still right.
public struct HelpLine: Sendable, Equatable {
  public var name: String
  /// Whom it is for, where that is not everybody.
  public var whom: String?
  /// What to dial.
  public var call: String?
  /// A text, a chat or an address, for those who cannot speak just now.
  public var write: String?
  /// The date of the last check, and what it was held against.
  public var checkedOn: String
  public var checkedAgainst: String

  init(
    _ name: String, whom: String? = nil, call: String? = nil, write: String? = nil, on date: String,
    against source: String
  ) {
    self.name = name
    self.whom = whom
    self.call = call
    self.write = write
    checkedOn = date
    checkedAgainst = source
  }

  /// `Samaritans: call 116 123, jo@samaritans.org`.
  public var text: String {
    let routes = [call.map { "call \($0)" }, write].compactMap { $0 }.joined(separator: ", ")
    return "\(name)\(whom.map { " (\($0))" } ?? ""): \(routes)"
  }
}

/// What `help-now` prints for one country, or for all that share a number.
public struct CountryHelp: Sendable, Equatable {
  /// ISO 3166-1 alpha-2, every one that this entry is for; empty for anywhere else.
  public var countries: [String]
  public var name: String
  /// What to dial in immediate danger; nil where Haven does not know it.
  public var emergency: String?
  public var lines: [HelpLine]

  /// - Parameter country: as `[household] country` has it, in any case; nil where none is set.
  public static func of(_ country: String?) -> CountryHelp {
    guard let code = country?.uppercased() else { return elsewhere }
    return all.first { $0.countries.contains(code) } ?? elsewhere
  }
}
