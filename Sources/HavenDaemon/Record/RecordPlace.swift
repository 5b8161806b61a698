import HavenCore

/// Where in the record the next piece begins: weeks first, then acts, then states, each oldest first.
enum RecordPlace: Equatable, CustomStringConvertible {
  /// Nil for the first of them.
  case weeks(CivilDate?)
  case acts(after: Int)
  case states(after: Int)

  /// Nil is the beginning; fails for what no piece ever ended with.
  init?(_ text: String?) {
    guard let text else {
      self = .weeks(nil)
      return
    }
    let rest = String(text.dropFirst())
    switch text.first {
    case "w": if let date = CivilDate(rest) { self = .weeks(date) } else { return nil }
    case "a": if let id = Int(rest) { self = .acts(after: id) } else { return nil }
    case "s": if let place = Int(rest) { self = .states(after: place) } else { return nil }
    default: return nil
    }
  }

  var description: String {
    switch self {
    case .weeks(let date): "w\(date.map { "\($0)" } ?? "")"
    case .acts(let id): "a\(id)"
    case .states(let place): "s\(place)"
    }
  }
}
