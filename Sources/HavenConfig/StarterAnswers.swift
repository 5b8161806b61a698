import HavenCore

/// What a family says of itself before its first config is written; what it leaves out is the starter's.
public struct StarterAnswers: Sendable, Equatable {
  public var carer = "Me"
  public var children = [Child(id: "otter", workingAge: 5)]
  /// Tea, bath, story and lights out, in this order; nil leaves one out.
  public var evening: [TimeOfDay?]

  public static let eveningSteps = ["tea", "bath", "story", "lights out"]
  public static let usualEvening = ["17:45", "18:45", "19:15", "19:40"]

  public init() { evening = StarterAnswers.usualEvening.map { TimeOfDay($0) } }

  /// A child by its alias, and the age it runs at, where that is said.
  public struct Child: Sendable, Equatable {
    public var id: String
    public var workingAge: Int?

    public init(id: String, workingAge: Int? = nil) {
      self.id = id
      self.workingAge = workingAge
    }

    /// `otter`, `otter:5`; `Red Panda:9` is `red-panda`.
    public init(parsing text: some StringProtocol) throws(GrammarFault) {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let id = parts.first.flatMap({ slug(of: String($0)) }) else {
        throw GrammarFault("'\(text)' has no letter or digit for an alias", hint: "an animal or a colour: otter:5")
      }
      self.id = id
      guard parts.count > 1 else { return }
      guard let age = Int(parts[1]), (0...25).contains(age) else {
        throw GrammarFault("'\(parts[1])' is not an age in years", hint: "\(id):5")
      }
      workingAge = age
    }
  }

  /// Up to four times, `-` for a step that is left out.
  ///
  /// - Throws: also where a time comes before the one that should come before it.
  public static func evening(parsing words: [String]) throws(GrammarFault) -> [TimeOfDay?] {
    guard words.count <= eveningSteps.count else {
      throw GrammarFault("\(words.count) times for \(eveningSteps.count) steps", hint: hint)
    }
    var times: [TimeOfDay?] = []
    for word in words {
      let time = word == "-" ? nil : try TimeOfDay(parsing: word)
      if let time, let before = times.compactMap({ $0 }).last, time <= before {
        throw GrammarFault("'\(word)' is not after '\(before)'", hint: hint)
      }
      times.append(time)
    }
    return times
  }

  private static let hint = "tea, bath, story, lights out: 17:45 18:45 19:15 19:40, with - for none"
}

// The tables as they are written.
extension StarterAnswers {
  var carerTable: String {
    """
    [[carer]]
    name  = \(toml(carer))
    quiet = ["21:30-06:30"]

    """
  }

  var childTables: String {
    children.enumerated().map { index, child in
      var lines = ["[[child]]", "id          = \(toml(child.id))"]
      if let age = child.workingAge { lines.append("working-age = \(age)") }
      if index == 0 { lines.append("# helps     = [\"trampoline\", \"something to chew\"]") }
      return lines.joined(separator: "\n") + "\n"
    }
    .joined(separator: "\n")
  }

  /// Nothing where the evening has no step.
  var eveningTables: String {
    let steps = zip(StarterAnswers.eveningSteps, evening).compactMap { name, time in time.map { (name, $0) } }
    guard !steps.isEmpty else { return "" }
    let short = steps.filter { $0.0 != "lights out" }.map { name, time in
      "\"\(time) \(name)\(name == "bath" ? ", normal" : "")\""
    }
    let routine = """
      [[routine]]
      name  = "evening"
      steps = [\(short.joined(separator: ", "))]

      """
    guard evening.count == StarterAnswers.eveningSteps.count, let lightsOut = evening.last ?? nil else {
      return routine
    }
    return routine + """

      # The long form says more. Tags tell Haven what a step is for.
      [[routine.step]]
      at         = "\(lightsOut)"
      name       = "lights out"
      tags       = ["structure", "nurture", "core", "sleep"]
      transition = "hard"
      cause      = ["separation"]
      say        = "Lights go low. I'm on the landing till you sleep."

      """
  }

  /// A TOML string.
  private func toml(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
