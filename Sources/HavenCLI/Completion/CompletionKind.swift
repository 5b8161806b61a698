import HavenCore

/// What may stand at a place of a command line.
enum CompletionKind: Equatable {
  case step, child, goal, promise, carer, cue, mode, lane, topic, reading, boundary, ladder, file, folder
  /// One of these words.
  case words([String])
}

extension CompletionKind {
  /// What a synopsis calls it: `STEP`, `on|off`; nothing for what nobody can guess, such as a duration.
  static func kinds(of token: Substring, command: String) -> [CompletionKind] {
    var words: [String] = []
    var kinds: [CompletionKind] = []
    for part in token.split(separator: "|") {
      switch part {
      case "STEP": kinds.append(.step)
      case "CHILD", "C": kinds.append(.child)
      case "GOAL": kinds.append(.goal)
      case "CARER": kinds.append(.carer)
      case "CUE": kinds.append(.cue)
      case "LANE": kinds.append(.lane)
      case "FILE": kinds.append(.file)
      case "DIR": kinds.append(.folder)
      case "ID" where command == "reading done": kinds.append(.reading)
      case "ID" where command.hasPrefix("promise") && command != "promise add": kinds.append(.promise)
      case "NAME" where command == "mode": kinds.append(.mode)
      case "NAME" where command == "boundary held": kinds.append(.boundary)
      case "TOPIC": kinds.append(.topic)
      case _ where part.allSatisfy { $0.isLowercase || $0 == "-" } && part != "-": words.append(String(part))
      default: break
      }
    }
    return words.isEmpty ? kinds : kinds + [.words(words)]
  }

  /// What an option's value is, by its name; nil where it is nothing that can be listed.
  static func value(of option: String, command: String) -> CompletionKind? {
    switch option {
    case "--child", "--calm", "--wobbly", "--meeting": .child
    case "--hard" where command == "handover": .child
    case "--as": .carer
    case "--tag": .words(NeutralWords.underneath)
    case "--ladder": .ladder
    case "--config": .folder
    case "--socket", "--output", "--script", "--html", "--records": .file
    case "--color": .words(["auto", "always", "never"])
    case "--size" where command == "try": .words(["none", "easy", "normal", "hard", "very-hard"])
    case "--size": .words(["1", "2", "3"])
    case "--by": .words(["us", "sitter", "crisis", "agency"])
    case "--for" where command == "ask add":
      .words(["therapist", "coach", "group", "school", "doctor", "social-worker"])
    case "--questions": .words(["on", "off"])
    case "--format": .words(BarFormat.allCases.map(\.rawValue))
    default: nil
    }
  }
}

/// The places of a command's synopsis, in order, its options left out: `STEP DURATION`, `[NAME [CHILD]] [--age N]`.
func positions(of synopsis: String) -> [Substring] {
  var places: [Substring] = []
  var isValue = false
  for token in synopsis.split(separator: " ") {
    let bare = token.drop { $0 == "[" || $0 == "(" }
    if bare.contains("--") {
      isValue = !token.hasSuffix("]") && !token.hasSuffix("]…")
      continue
    }
    if isValue {
      isValue = false
      continue
    }
    let place = bare.prefix { $0 != "]" && $0 != ")" && $0 != "…" }
    if !place.isEmpty, place != "|" { places.append(place) }
  }
  return places
}
